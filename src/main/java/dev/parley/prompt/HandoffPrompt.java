package dev.parley.prompt;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
public class HandoffPrompt {
    public static final int ANSWER_TOKENS = 120;
    /** Messages; an agent reads no further back. */
    private static final int REMEMBERED = 20;
    private static final int MAX_TOKENS = 3_000;

    private final CopilotPrompts prompts;

    @Inject
    HandoffPrompt(CopilotPrompts prompts) {
        this.prompts = prompts;
    }

    /** {@code reason}: why a person is needed, in a few words. */
    public record Note(String reason, String summary) {}

    /** Fails like {@link CopilotPrompts#assemble}. {@code thread} is oldest first, with the open messages. */
    public Prompt assemble(ShopFacts shop, String language, List<PastMessage> thread, int window) {
        List<PastMessage> newest = thread.subList(Math.max(0, thread.size() - REMEMBERED), thread.size());
        CopilotInput input = new CopilotInput(shop, "handover", CopilotPrompts.nameOf(language), List.of(), newest,
                null);
        return prompts.assemble(input, new TokenBudget(Math.min(window, MAX_TOKENS), ANSWER_TOKENS));
    }

    /** Empty if the model wrote nothing. */
    public static Optional<Note> read(String said) {
        String text = said.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split("\n", 2);
        String summary = parts.length == 1 ? "" : parts[1].strip();
        return Optional.of(new Note(ModelWords.line(parts[0], ModelWords.LONGEST_REASON),
                ModelWords.cut(summary, ModelWords.LONGEST_SUMMARY)));
    }
}
