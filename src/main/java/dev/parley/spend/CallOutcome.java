package dev.parley.spend;

import org.jspecify.annotations.Nullable;

/** {@code code} is {@code stop}, {@code cancelled}, an error's code …; {@code tries} includes failed calls. */
public record CallOutcome(String code, @Nullable String model, @Nullable String requestId, int tries, Tokens tokens,
        boolean estimated, long latencyMillis) {
    private static final int LONGEST = 100;

    public CallOutcome {
        model = harmless(model);
        requestId = harmless(requestId);
    }

    /** Sanitizes upstream text for database and terminal. */
    private static @Nullable String harmless(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String printable = text.replaceAll("[^\\x21-\\x7e]", "");
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable;
    }
}
