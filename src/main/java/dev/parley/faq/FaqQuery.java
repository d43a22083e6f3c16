package dev.parley.faq;

import dev.parley.faq.search.Viewing;
import org.jspecify.annotations.Nullable;

/**
 * What to look for.
 *
 * @param locale BCP 47, the visitor's: entries of other languages come only where none of this one answers
 * @param product SKU: entries about other products are left out
 * @param viewing entries about what the visitor looks at are lifted a little
 */
public record FaqQuery(String text, int limit, @Nullable String locale, @Nullable String product, Viewing viewing) {
    public FaqQuery(String text, int limit, @Nullable String locale, @Nullable String product) {
        this(text, limit, locale, product, Viewing.NOTHING);
    }

    public static FaqQuery of(String text, int limit) {
        return new FaqQuery(text, limit, null, null);
    }
}
