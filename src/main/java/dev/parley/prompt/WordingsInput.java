package dev.parley.prompt;

import java.util.List;

/**
 * The entry for which other wordings are wanted.
 *
 * @param language a BCP 47 tag, of the entry
 * @param known wordings that it has already
 */
public record WordingsInput(String shop, String language, String question, String answer, List<String> known) {
    public WordingsInput {
        known = List.copyOf(known);
    }
}
