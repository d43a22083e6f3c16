package dev.parley.spend;

/**
 * The tokens of one call. Counts come from an upstream, so that each is brought within bounds rather than believed.
 *
 * @param input of the prompt, with the cached ones
 * @param cached those of the input that the upstream had read before and charges less for
 */
public record Tokens(int input, int cached, int output) {
    public static final Tokens NONE = new Tokens(0, 0, 0);
    /** Ten times what the largest windows hold. */
    static final int MOST = 20_000_000;

    public Tokens {
        input = Math.clamp(input, 0, MOST);
        cached = Math.clamp(cached, 0, input);
        output = Math.clamp(output, 0, MOST);
    }
}
