package dev.parley.handoff;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import dev.parley.language.Language;
import org.jspecify.annotations.Nullable;

final class OpeningTime {
    private OpeningTime() {}

    /** Day and time in the shop's zone, in the visitor's regional format if the language matches. */
    static String written(ZonedDateTime opens, Language spoken, @Nullable String locale) {
        Locale place = Locale.forLanguageTag(
                locale != null && spoken.equals(Language.of(locale)) ? locale : spoken.code());
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(place).format(opens) + ", "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(place).format(opens)
                + DateTimeFormatter.ofPattern(" (z)", place).format(opens);
    }
}
