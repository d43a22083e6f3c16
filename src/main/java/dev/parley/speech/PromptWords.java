package dev.parley.speech;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.prompt.TokenCounter;
import org.jspecify.annotations.Nullable;

/** The prompt sent with a clip to get names right. Models read its last 224 tokens, so it is cut to these. */
@ApplicationScoped
class PromptWords {
    private static final int MAX_TOKENS = 224;
    /** Longer than so many tokens ever are. */
    private static final int WORTH_COUNTING = 4_000;
    private static final int LONGEST_WORD = 40;

    private final TokenCounter tokens;

    PromptWords(TokenCounter tokens) {
        this.tokens = tokens;
    }

    /** The end that fits, from a word's start; null if empty. */
    @Nullable
    String fitted(@Nullable String prompt) {
        String text = prompt == null ? "" : prompt.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String end = text.substring(Math.max(0, text.length() - WORTH_COUNTING));
        int from = 0;
        int to = end.length();
        from = wholeCharacter(end, from);
        while (from < to && tokens.count(end.substring(from)) > MAX_TOKENS) {
            int beyond = tokens.count(end.substring(from)) - MAX_TOKENS;
            from = wholeCharacter(end, Math.min(to, from + Math.max(1, beyond / 4)));
        }
        String fits = fromWord(end, from).strip();
        return fits.isEmpty() ? null : fits;
    }

    private static String fromWord(String text, int from) {
        int space = from == 0 ? -1 : text.indexOf(' ', from - 1);
        // Some scripts have no spaces.
        return space < 0 || space > from + LONGEST_WORD ? text.substring(from) : text.substring(space);
    }

    /** A split surrogate pair cannot be counted. */
    private static int wholeCharacter(String text, int from) {
        return from < text.length() && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }
}
