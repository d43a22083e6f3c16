package dev.parley.language;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A natural language, named by its ISO 639 code: {@code en}, {@code zh}. Script and region are not told apart. */
public record Language(String code) {
    public static final Language ENGLISH = new Language("en");

    public Language {
        if (!code.matches("[a-z]{2,3}")) {
            throw new IllegalArgumentException("Not an ISO 639 code: " + code);
        }
    }

    /** The language of a BCP 47 tag, {@code zh} of {@code zh-Hant-TW}; null where the tag is missing or names none. */
    public static @Nullable Language of(@Nullable String tag) {
        String code = tag == null ? "" : Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return code.matches("[a-z]{2,3}") && !code.equals("und") ? new Language(code) : null;
    }
}
