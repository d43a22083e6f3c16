package dev.parley.prompt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a question is put anew from.
 *
 * @param language a BCP 47 tag, of the entries
 * @param thread oldest first, without the open messages
 * @param questions the visitor's open messages, oldest first, at least one
 * @param page the address that the visitor is looking at; data, not trusted
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
