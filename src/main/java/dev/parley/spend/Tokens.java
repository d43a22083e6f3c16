package dev.parley.spend;

/**
 * The basis of a charge: tokens, or audio. Counts come from an upstream and are clamped. {@code input} includes
 * {@code cached}, which is charged less: text read before, or text sent along with a recording.
 */
public record Tokens(int input, int cached, int output, int audioMillis) {
    public static final Tokens NONE = new Tokens(0, 0, 0);
    /** Ten times the largest context windows. */
    static final int MAX_COUNT = 20_000_000;
    private static final int LONGEST_MILLIS = 24 * 60 * 60 * 1_000;

    public Tokens {
        input = Math.clamp(input, 0, MAX_COUNT);
        cached = Math.clamp(cached, 0, input);
        output = Math.clamp(output, 0, MAX_COUNT);
        audioMillis = Math.clamp(audioMillis, 0, LONGEST_MILLIS);
    }

    public Tokens(int input, int cached, int output) {
        this(input, cached, output, 0);
    }

    Tokens charged(Price price) {
        return price.isByTheMinute() ? new Tokens(0, 0, 0, audioMillis) : this;
    }
}
