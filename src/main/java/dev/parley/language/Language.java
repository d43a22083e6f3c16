package dev.parley.language;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A language by ISO 639 code: {@code en}, {@code zh}. Ignores script and region. */
public record Language(String code) {
    public static final Language ENGLISH = new Language("en");

    public Language {
        if (!code.matches("[a-z]{2,3}")) {
            throw new IllegalArgumentException("Not an ISO 639 code: " + code);
        }
    }

    /** {@code zh} of {@code zh-Hant-TW}; null for a missing or invalid tag. */
    public static @Nullable Language of(@Nullable String tag) {
        String code = tag == null ? "" : Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return code.matches("[a-z]{2,3}") && !code.equals("und") ? new Language(code) : null;
    }
}
