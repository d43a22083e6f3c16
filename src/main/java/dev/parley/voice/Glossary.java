package dev.parley.voice;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.faq.FaqSearch;
import dev.parley.prompt.TokenCounter;
import dev.parley.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/** What a speech model is told of a shop's words, so that it hears "Karst 38" and not "cast 38". */
@ApplicationScoped
class Glossary {
    /** The protocol's limit is 224 of the speech model's own tokens, which rare names and other scripts have more of than we count. */
    private static final int MOST_TOKENS = 150;

    private final FaqSearch faq;
    private final TokenCounter tokens;

    Glossary(FaqSearch faq, TokenCounter tokens) {
        this.faq = faq;
        this.tokens = tokens;
    }

    /** Null where the shop does not want it. The shop's own name comes last: a model heeds the end the most. */
    @Nullable
    String of(Tenant shop) {
        if (!shop.settings().voice().glossary()) {
            return null;
        }
        StringBuilder prompt = new StringBuilder();
        int left = MOST_TOKENS - tokens.count(shop.name() + ".");
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
