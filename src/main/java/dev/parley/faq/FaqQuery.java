package dev.parley.faq;

import org.jspecify.annotations.Nullable;

/**
 * What to look for.
 *
 * @param locale BCP 47 wish; entries of other languages come only where none of this one answers
 * @param product SKU: entries about other products are left out
 */
public record FaqQuery(String text, int limit, @Nullable String locale, @Nullable String product) {
    public static FaqQuery of(String text, int limit) {
        return new FaqQuery(text, limit, null, null);
    }
}
