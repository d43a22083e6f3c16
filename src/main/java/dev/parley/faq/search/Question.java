package dev.parley.faq.search;

import java.util.function.BiFunction;

import dev.parley.embedding.Vector;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in an index.
 *
 * @param direction {@link Vector#NONE} where no model reads the text
 * @param partly tells the direction of a part of the text, as a reader of a language has it; {@link Vector#NONE} where the question is not
 *     surely in that language, or where it would cost more than it is worth
 * @param language of the entries to prefer; null: all alike
 */
public record Question(String text, Vector direction, BiFunction<String, String, Vector> partly,
        @Nullable String language,
        Viewing viewing) {
    public Question(String text, Vector direction) {
        this(text, direction, null, Viewing.NOTHING);
    }

    public Question(String text, Vector direction, @Nullable String language, Viewing viewing) {
        this(text, direction, (part, read) -> Vector.NONE, language, viewing);
    }
}
