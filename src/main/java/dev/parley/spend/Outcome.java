package dev.parley.spend;

import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param code how it ended: {@code stop}, {@code length}, {@code cancelled}, an error's code …
 * @param model as the upstream resolved it; null when it never said
 * @param tries calls made upstream, failed ones included
 * @param estimated the upstream did not count, so the tokens are our own count
 */
public record Outcome(String code, @Nullable String model, @Nullable String requestId, int tries, Tokens tokens,
        boolean estimated, long latencyMillis) {
    private static final int LONGEST = 100;

    public Outcome {
        model = harmless(model);
        requestId = harmless(requestId);
    }

    /** An upstream's words go into rows and reports: short, and nothing that a database or a terminal trips over. */
    private static @Nullable String harmless(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String printable = text.replaceAll("[^\\x21-\\x7e]", "");
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable;
    }
}
