package dev.parley.prompt;

/**
 * How long a prompt may be.
 *
 * @param window tokens that the model reads and writes together
 * @param answer tokens of them that are kept free for the answer
 */
public record TokenBudget(int window, int answer) {
    public TokenBudget {
        if (answer < 1 || window <= answer) {
            throw new IllegalArgumentException(
                    "A window of " + window + " tokens leaves no room beside an answer of " + answer
                            + ". Set parley.prompt.window and parley.prompt.answer.");
        }
    }

    public static TokenBudget of(PromptConfig config) {
        return new TokenBudget(config.window(), config.answer());
    }
}
