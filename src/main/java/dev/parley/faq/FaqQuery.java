package dev.parley.faq;

import dev.parley.faq.search.Viewing;
import org.jspecify.annotations.Nullable;

/**
 * A search request.
 *
 * @param locale BCP 47; entries in other languages are used only if none in this language answers
 * @param product SKU; entries about other products are left out
 * @param viewing what the visitor looks at; entries about it rank slightly higher
 */
public record FaqQuery(String text, int limit, @Nullable String locale, @Nullable String product, Viewing viewing) {
    public FaqQuery(String text, int limit, @Nullable String locale, @Nullable String product) {
        this(text, limit, locale, product, Viewing.NOTHING);
    }

    public static FaqQuery of(String text, int limit) {
        return new FaqQuery(text, limit, null, null);
    }
}
