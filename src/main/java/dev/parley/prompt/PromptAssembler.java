package dev.parley.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Chooses what goes into a prompt and puts it together. */
@ApplicationScoped
public class PromptAssembler {
    private final PromptTexts texts;

    @Inject
    PromptAssembler(PromptTexts texts) {
        this.texts = texts;
    }

    /**
     * Takes, as long as there is room: the rules and the shop, the open questions, the entries from the best one down, and the history from
     * the newest message back.
     */
    public Prompt assemble(PromptInput input, TokenBudget budget) {
        throw new UnsupportedOperationException(texts.system(input.shop()));
    }
}
