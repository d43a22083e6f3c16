package dev.parley.widget;

import dev.parley.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * What a session request says of the visitor's language.
 *
 * @param page what the shop has set for this chat, or else the page's own language; the widget knows which
 * @param acceptLanguage what the browser likes, as it says by itself in each request
 */
record LocaleChoice(@Nullable String page, @Nullable String acceptLanguage) {
    /**
     * The page goes first: it is what the visitor reads. What the shop has signed of its customer goes before the browser, which always says
     * something. Null when nobody says anything.
     *
     * @param claim of a signed-in customer
     */
    @Nullable
    String choose(@Nullable String claim) {
        String page = LanguageTag.canonical(this.page);
        String known = page == null ? LanguageTag.canonical(claim) : page;
        return known == null ? LanguageTag.preferred(acceptLanguage) : known;
    }
}
