package dev.parley.language;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Reads language tags (BCP 47) as strangers write them. What is not one counts for nothing and is never an error. */
public final class LanguageTag {
    /** Long enough for every tag that anybody uses (RFC 5646, section 4.4.1). */
    private static final int LONGEST = 35;
    private static final int LONGEST_HEADER = 500;
    private static final int LONGEST_LANGUAGE = 3;

    private LanguageTag() {}

    /**
     * The tag as it is rightly written, {@code zh-TW} for {@code zh_tw}: language, script and region. The rest of a tag is dropped, because
     * it has room for words of the sender's choice, and tags go into prompts.
     */
    public static @Nullable String canonical(@Nullable String typed) {
        if (typed == null || typed.length() > LONGEST) {
            return null;
        }
        try {
            Locale read = new Locale.Builder().setLanguageTag(typed.strip().replace('_', '-')).build();
            int letters = read.getLanguage().length();
            return letters == 0 || letters > LONGEST_LANGUAGE ? null : plain(read).toLanguageTag();
        } catch (IllformedLocaleException notATag) {
            return null;
        }
    }

    private static Locale plain(Locale read) {
        return new Locale.Builder().setLanguage(read.getLanguage()).setScript(read.getScript())
                .setRegion(read.getCountry()).build();
    }

    /** What a browser likes best, of its {@code Accept-Language} header (RFC 9110, section 12.5.4). */
    public static @Nullable String preferred(@Nullable String header) {
        for (Locale.LanguageRange range : ranges(header)) {
            String tag = range.getWeight() > 0 ? canonical(range.getRange()) : null;
            if (tag != null) {
                return tag;
            }
        }
        return null;
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException notAList) {
            return List.of();
        }
    }
}
