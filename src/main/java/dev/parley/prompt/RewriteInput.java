package dev.parley.prompt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Input of a prompt for rewriting.
 *
 * @param language of the entries, BCP 47
 * @param thread oldest first, without the open messages
 * @param questions open messages, oldest first, not empty
 * @param page the address that the visitor looks at; untrusted
 */
public record RewriteInput(String shop, String language, List<PastMessage> thread, List<String> questions,
        @Nullable String page) {
    public RewriteInput {
        thread = List.copyOf(thread);
        questions = List.copyOf(questions);
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("There is no question to put anew");
        }
    }
}
