package dev.parley.conversation;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** {@code words} are cut at 500 characters, {@code summary} at 1,000; a null one means the open questions. */
public record HandoffCause(HandoffReason reason, @Nullable String words, @Nullable String summary, HandoffBy by) {
    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_SUMMARY = 1000;

    public HandoffCause {
        words = clean(words, LONGEST_WORDS);
        summary = summary(summary);
    }

    /** Fails with `reason_too_long` above 500 characters. */
    public static HandoffCause asked(HandoffBy by, @Nullable String words) {
        if (words != null && words.strip().length() > LONGEST_WORDS) {
            throw ParleyException.field("reason", "reason_too_long", "has at most 500 characters.");
        }
        return new HandoffCause(HandoffReason.ASKED, words, null, by);
    }

    /** The words, else the reason's name. */
    public String told() {
        return words == null ? reason.wire() : words;
    }

    static @Nullable String summary(@Nullable String text) {
        return clean(text, LONGEST_SUMMARY);
    }

    private static @Nullable String clean(@Nullable String text, int longest) {
        String clean = text == null ? "" : text.replace("\u0000", "").strip();
        if (clean.isEmpty()) {
            return null;
        }
        return clean.codePointCount(0, clean.length()) <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
