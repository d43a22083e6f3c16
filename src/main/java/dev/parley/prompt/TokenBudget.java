package dev.parley.prompt;

/** {@code window}: context window, input and output; {@code answer}: part reserved for the answer. */
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
