package dev.parley.handoff;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import dev.parley.language.Language;
import org.jspecify.annotations.Nullable;

/** When a shop's people are back. */
final class OpeningTime {
    private OpeningTime() {}

    /** A day and a time in the shop's zone, as they are written where the visitor is, if that is the language spoken. */
    static String written(ZonedDateTime opens, Language spoken, @Nullable String locale) {
        Locale place = Locale.forLanguageTag(
                locale != null && spoken.equals(Language.of(locale)) ? locale : spoken.code());
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(place).format(opens) + ", "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(place).format(opens)
                + DateTimeFormatter.ofPattern(" (z)", place).format(opens);
    }
}
