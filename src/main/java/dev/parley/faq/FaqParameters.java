package dev.parley.faq;

import java.util.Locale;

import dev.parley.faq.FaqImport.Mode;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

public final class FaqParameters {
    private static final int LONGEST_QUERY = 2_000;
    private static final String LOCALE = "[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*";

    private FaqParameters() {}

    public static String query(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_QUERY || text.indexOf('\0') >= 0) {
            throw ParleyException.invalid("bad_q", "The parameter `q` is a text of 1 to 2,000 characters.");
        }
        return text;
    }

    public static FaqEntry.@Nullable Status status(@Nullable String status) {
        return switch (status == null ? "" : status.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "draft" -> FaqEntry.Status.DRAFT;
            case "published" -> FaqEntry.Status.PUBLISHED;
            default -> throw ParleyException.invalid("bad_status",
                    "The parameter `status` is `draft` or `published`.");
        };
    }

    public static @Nullable String locale(@Nullable String locale) {
        if (locale != null && !locale.matches(LOCALE)) {
            throw ParleyException.invalid("bad_locale",
                    "The parameter `locale` is a BCP 47 tag such as `en` or `zh-Hans`.");
        }
        return locale == null ? null : locale.replace('_', '-');
    }

    public static Mode mode(@Nullable String mode) {
        return switch (mode == null ? "partial" : mode) {
            case "partial" -> Mode.PARTIAL;
            case "all_or_nothing" -> Mode.ALL_OR_NOTHING;
            default ->
                throw ParleyException.invalid("bad_mode", "The parameter `mode` is `partial` or `all_or_nothing`.");
        };
    }
}
