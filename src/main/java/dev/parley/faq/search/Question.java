package dev.parley.faq.search;

import java.util.function.BiFunction;

import dev.parley.embedding.Vector;
import org.jspecify.annotations.Nullable;

/**
 * A search request for an index.
 *
 * @param direction {@link Vector#NONE} if no model reads the text
 * @param partly embeds a part of the text; {@link Vector#NONE} if the question may be in another language, or if it
 * would cost too much
 * @param language of preferred entries; null for no preference
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
