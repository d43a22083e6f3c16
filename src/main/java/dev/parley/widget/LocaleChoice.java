package dev.parley.widget;

import dev.parley.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/** Language hints of a session request. {@code page} is the shop's setting for this chat, else the page's language. */
record LocaleChoice(@Nullable String page, @Nullable String acceptLanguage) {
    /** The page's language, else the customer's signed one ({@code claim}), else the browser's; may be null. */
    @Nullable
    String choose(@Nullable String claim) {
        String page = LanguageTag.canonical(this.page);
        String known = page == null ? LanguageTag.canonical(claim) : page;
        return known == null ? LanguageTag.preferred(acceptLanguage) : known;
    }
}
