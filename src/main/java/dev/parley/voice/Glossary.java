package dev.parley.voice;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.faq.FaqSearch;
import dev.parley.prompt.TokenCounter;
import dev.parley.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/** The prompt with a shop's names for the speech model, so that "Karst 38" is not heard as "cast 38". */
@ApplicationScoped
class Glossary {
    /** Below the limit of 224: the speech model needs more tokens for rare names and scripts than we count. */
    private static final int MAX_TOKENS = 150;

    private final FaqSearch faq;
    private final TokenCounter tokens;

    Glossary(FaqSearch faq, TokenCounter tokens) {
        this.faq = faq;
        this.tokens = tokens;
    }

    /** Null if disabled. The shop's name comes last, where models pay most attention. */
    @Nullable
    String of(Tenant shop) {
        if (!shop.settings().voice().glossary()) {
            return null;
        }
        StringBuilder prompt = new StringBuilder();
        int left = MAX_TOKENS - tokens.count(shop.name() + ".");
        for (String name : faq.productNames(shop.id())) {
            left -= tokens.count(name + ", ");
            if (left < 0) {
                break;
            }
            prompt.append(name).append(", ");
        }
        return prompt.append(shop.name()).append('.').toString();
    }
}
