package dev.parley.prompt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** {@code language} is the entries'; lists are oldest first; {@code page} is untrusted. */
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
