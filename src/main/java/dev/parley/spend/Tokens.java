package dev.parley.spend;

/**
 * What one call is charged by: its tokens, or the sound that was heard. Counts come from an upstream, so that each is brought within bounds
 * rather than believed.
 *
 * @param input of the prompt, with the cached ones
 * @param cached those of the input that the upstream charges less for: it had read them before, or they went along with a recording
 * @param audioMillis of sound
 */
public record Tokens(int input, int cached, int output, int audioMillis) {
    public static final Tokens NONE = new Tokens(0, 0, 0);
    /** Ten times what the largest windows hold. */
    static final int MOST = 20_000_000;
    private static final int LONGEST_MILLIS = 24 * 60 * 60 * 1_000;

    public Tokens {
        input = Math.clamp(input, 0, MOST);
        cached = Math.clamp(cached, 0, input);
        output = Math.clamp(output, 0, MOST);
        audioMillis = Math.clamp(audioMillis, 0, LONGEST_MILLIS);
    }

    public Tokens(int input, int cached, int output) {
        this(input, cached, output, 0);
    }

    /** Without what is not charged. */
    Tokens charged(Price price) {
        return price.isByTheMinute() ? new Tokens(0, 0, 0, audioMillis) : this;
    }
}
