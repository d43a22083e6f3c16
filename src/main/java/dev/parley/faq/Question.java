package dev.parley.faq;

import dev.parley.embedding.Vector;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in an index.
 *
 * @param direction {@link Vector#NONE} where no model reads the text
 * @param language of the entries to prefer; null: all alike
 */
record Question(String text, Vector direction, @Nullable String language, Viewing viewing) {
    Question(String text, Vector direction) {
        this(text, direction, null, Viewing.NOTHING);
    }
}
