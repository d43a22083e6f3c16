package dev.parley.prompt;

import java.util.List;

/** {@code language}: of the entry, BCP 47; {@code known}: wordings that it has. */
public record WordingsInput(String shop, String language, String question, String answer, List<String> known) {
    public WordingsInput {
        known = List.copyOf(known);
    }
}
