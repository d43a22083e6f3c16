package dev.parley.faq.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** Parses dates. The file's other dates, then the shop's country, tell day from month; else the import asks. */
final class FileDates {
    private enum Order {
        DAY_FIRST, MONTH_FIRST, UNKNOWN
    }

    private static final Pattern YEAR_FIRST = Pattern
            .compile("(\\d{4})\\s?[-/.年년]\\s?(\\d{1,2})\\s?[-/.月월]\\s?(\\d{1,2})[日일.]?");
    private static final Pattern YEAR_LAST = Pattern
            .compile("(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{4}|\\d{2})\\.?");
    private static final Pattern TIME = Pattern.compile(
            "[T,]?\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s?([AaPp])?\\.?[Mm]?\\.?\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?$");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Set<String> NEVER = Set.of("never", "none", "n a", "null", "no", "unlimited", "forever", "-",
            "–", "—", "∞", "0", "nie", "unbegrenzt", "jamais", "nunca", "mai", "nooit", "open end");
    private static final Map<String, Integer> MONTHS = months();

    private final Order order;

    private FileDates(Order order) {
        this.order = order;
    }

    /** @param shops the shop's locale */
    static FileDates of(Collection<String> written, String shops) {
        boolean day = false;
        boolean month = false;
        for (String text : written) {
            Matcher found = YEAR_LAST.matcher(withoutTime(text));
            if (found.matches()) {
                day = day || found.group(2).equals(".") || Integer.parseInt(found.group(1)) > 12;
                month = month || Integer.parseInt(found.group(3)) > 12;
            }
        }
        return new FileDates(day != month
                ? (day ? Order.DAY_FIRST : Order.MONTH_FIRST)
                : day ? Order.UNKNOWN : usual(Locale.forLanguageTag(shops)));
    }

    private static Order usual(Locale shop) {
        if (shop.getLanguage().equals("en") && shop.getCountry().isEmpty()) {
            return Order.UNKNOWN;
        }
        return shop.getCountry().equals("US") || shop.getCountry().equals("PH") ? Order.MONTH_FIRST : Order.DAY_FIRST;
    }

    /** ISO 8601, in UTC by default; null for words that mean never. Returns other text unchanged. */
    @Nullable
    String iso(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.startsWith("0000-00-00") || NEVER.contains(plain)
                || NEVER.contains(PlainName.of(plain))) {
            return null;
        }
        try {
            OffsetDateTime.parse(plain);
            return plain;
        } catch (DateTimeParseException another) {
            // Tries the other forms.
        }
        try {
            String number = ofNumber(plain);
            if (number != null) {
                return number;
            }
            LocalDate date = date(withoutTime(plain));
            return date == null ? plain : date + time(plain);
        } catch (DateTimeException | NumberFormatException none) {
            return plain;
        }
    }

    private static String withoutTime(String text) {
        return TIME.matcher(text.strip()).replaceFirst("").strip();
    }

    private static String time(String text) {
        Matcher found = TIME.matcher(text);
        if (!found.find()) {
            return "";
        }
        int hour = Integer.parseInt(found.group(1));
        String half = found.group(4);
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        LocalTime time = LocalTime.of(hour, Integer.parseInt(found.group(2)),
                found.group(3) == null ? 0 : Integer.parseInt(found.group(3)));
        String zone = found.group(5);
        if (zone == null && isMidnight(time)) {
            return "";
        }
        return "T" + time + (zone == null || !zone.matches("[+-].*") ? "Z" : ZoneOffset.of(zone).getId());
    }

    /** Some spreadsheets write a date as midnight. */
    private static boolean isMidnight(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT);
    }

    /** Spreadsheets count days since the end of 1899, databases seconds or milliseconds since 1970. */
    private static @Nullable String ofNumber(String plain) {
        if (plain.matches("[2-9]\\d{4}([.,]\\d+)?")) {
            double days = Double.parseDouble(plain.replace(',', '.'));
            LocalDateTime time = LocalDate.of(1899, 12, 30).atStartOfDay().plusSeconds(Math.round(days * 86_400));
            return isMidnight(time.toLocalTime())
                    ? time.toLocalDate().toString()
                    : time.atOffset(ZoneOffset.UTC).toString();
        }
        if (plain.matches("1\\d{9}|1\\d{12}")) {
            long number = Long.parseLong(plain);
            return (plain.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number))
                    .atOffset(ZoneOffset.UTC).toString();
        }
        Matcher compact = COMPACT.matcher(plain);
        return compact.matches()
                ? LocalDate.of(number(compact, 1), number(compact, 2), number(compact, 3)).toString()
                : null;
    }

    private @Nullable LocalDate date(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return LocalDate.of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        return yearLast.matches() ? ordered(text, yearLast) : inWords(text);
    }

    private LocalDate ordered(String text, Matcher found) {
        int one = number(found, 1);
        int two = number(found, 3);
        int year = number(found, 4) + (found.group(4).length() == 2 ? 2000 : 0);
        boolean pointed = found.group(2).equals(".");
        if (one > 12 || pointed || one == two) {
            return LocalDate.of(year, two, one);
        }
        if (two > 12) {
            return LocalDate.of(year, one, two);
        }
        return switch (order) {
            case DAY_FIRST -> LocalDate.of(year, two, one);
            case MONTH_FIRST -> LocalDate.of(year, one, two);
            case UNKNOWN -> throw ParleyException.invalid("ambiguous_date",
                    "The date `" + text + "` can be read in two ways. Write the year first: `"
                            + LocalDate.of(year, two, one)
                            + "` or `" + LocalDate.of(year, one, two) + "`.");
        };
    }

    /** 24. Dezember 2026, Dec 24 2026, 24 de diciembre de 2026. */
    private static @Nullable LocalDate inWords(String text) {
        Integer day = null;
        Integer month = null;
        Integer year = null;
        String[] words = PlainName.of(text).replaceAll("(?<=\\p{N})(?=\\p{L})|(?<=\\p{L})(?=\\p{N})", " ").split(" ",
                -1);
        for (String word : words) {
            if (day != null && year == null && words.length == 3 && word.matches("\\d{2}")) {
                year = 2000 + Integer.parseInt(word);
            } else if (word.matches("\\d{4}")) {
                year = Integer.parseInt(word);
            } else if (word.matches("\\d{1,2}") && day == null) {
                day = Integer.parseInt(word);
            } else if (MONTHS.containsKey(word)) {
                month = MONTHS.get(word);
            }
        }
        return day == null || month == null || year == null ? null : LocalDate.of(year, month, day);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "ar", "sv", "da",
                "nb", "fi", "cs", "hu", "ro", "el", "uk")) {
            DateFormatSymbols symbols = new DateFormatSymbols(new ULocale(language));
            for (int context : new int[]{DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[]{DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    String[] names = symbols.getMonths(context, width);
                    for (int i = 0; i < 12; i++) {
                        if (!names[i].matches(".*\\d.*")) {
                            months.putIfAbsent(PlainName.of(names[i]), i + 1);
                        }
                    }
                }
            }
        }
        months.put("sept", 9);
        months.put("marz", 3);
        return Map.copyOf(months);
    }
}
