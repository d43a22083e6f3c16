package dev.parley.language;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Normalizes untrusted language tags (BCP 47). An invalid tag is ignored, never an error. */
public final class LanguageTag {
    /** Enough for every tag in use (RFC 5646, section 4.4.1). */
    private static final int LONGEST = 35;
    private static final int LONGEST_HEADER = 500;
    private static final int LONGEST_LANGUAGE = 3;

    private LanguageTag() {}

    /** {@code zh-TW} for {@code zh_tw}. Drops parts that allow arbitrary text, since tags go into prompts. */
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

    /** The preferred tag of an {@code Accept-Language} header (RFC 9110, section 12.5.4). */
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
