package dev.parley.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.parley.grounding.Fact.Kind;
import dev.parley.grounding.Fact.Reading;
import dev.parley.grounding.FactWords.Role;
import org.jspecify.annotations.Nullable;

final class DateReader {
    private static final BigDecimal LAST_DAY = new BigDecimal(31);
    private static final BigDecimal LAST_HOUR = new BigDecimal(24);
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private final List<TextToken> tokens;
    private final NumberReader numbers;

    DateReader(List<TextToken> tokens, NumberReader numbers) {
        this.tokens = tokens;
        this.numbers = numbers;
    }

    record FoundDate(Kind kind, List<Reading> readings, int next) {}

    @Nullable
    FoundDate at(int i) {
        if (i >= tokens.size()) {
            return null;
        }
        TextToken token = tokens.get(i);
        return switch (token.type()) {
            case DATE -> new FoundDate(Kind.DATE, numeric(token.text()), i + 1);
            case CLOCK -> clock(token.text(), i + 1);
            case NUMBER -> number(i, token);
            default -> word(i, token);
        };
    }

    private @Nullable FoundDate word(int i, TextToken token) {
        if (token.month() > 0) {
            return monthFirst(i, token.month());
        }
        if (token.word() != null && token.word().weekday() > 0) {
            boolean range = i + 2 < tokens.size() && tokens.get(i + 1).is(Role.RANGE) && weekday(i + 2) > 0;
            return new FoundDate(Kind.WEEKDAY, List.of(new Reading(Kind.WEEKDAY, "", String.valueOf(weekday(i)),
                    String.valueOf(weekday(range ? i + 2 : i)))), i + (range ? 3 : 1));
        }
        NumberReader.FoundNumber day = numbers.at(i);
        return day == null ? null : dayFirst(day);
    }

    private int weekday(int i) {
        FactWords.Entry word = tokens.get(i).word();
        return word == null ? 0 : word.weekday();
    }

    private @Nullable FoundDate number(int i, TextToken token) {
        NumberReader.FoundNumber found = numbers.at(i);
        if (found == null) {
            return null;
        }
        FoundDate asian = asian(i, token);
        FoundDate date = asian != null ? asian : dayFirst(found);
        return date != null ? date : hour(found);
    }

    private @Nullable FoundDate asian(int i, TextToken token) {
        int at = i;
        String year = "";
        if (token.text().length() == 4 && isWord(i + 1, "年", "년")) {
            year = token.text() + "-";
            at = i + 2;
        }
        if (!isWord(at + 1, "月", "월") || !isNumber(at) || !isNumber(at + 2) || !isWord(at + 3, "日", "일", "号")) {
            return null;
        }
        return date(year, whole(at), whole(at + 2), at + 4);
    }

    private @Nullable FoundDate dayFirst(NumberReader.FoundNumber day) {
        int at = day.next();
        while (at < tokens.size() && (tokens.get(at).is(Role.ORDINAL) || tokens.get(at).is(Role.OF))) {
            at++;
        }
        if (at >= tokens.size() || tokens.get(at).month() == 0 || !isDay(day.value())) {
            return null;
        }
        int month = tokens.get(at).month();
        int year = year(at + 1);
        return date(year < 0 ? "" : tokens.get(year).text() + "-", month, day.value().intValue(),
                year < 0 ? at + 1 : year + 1);
    }

    private @Nullable FoundDate monthFirst(int i, int month) {
        int at = i + 1;
        while (at < tokens.size() && (tokens.get(at).is(".") || tokens.get(at).is("the"))) {
            at++;
        }
        NumberReader.FoundNumber day = at < tokens.size() && isNumber(at) ? numbers.at(at) : null;
        if (day == null || !isDay(day.value())) {
            return null;
        }
        int end = day.next();
        if (end < tokens.size() && tokens.get(end).is(Role.ORDINAL)) {
            end++;
        }
        int year = year(end);
        return date(year < 0 ? "" : tokens.get(year).text() + "-", month, day.value().intValue(),
                year < 0 ? end : year + 1);
    }

    /** The index of the year; negative if there is none. */
    private int year(int from) {
        int at = from;
        while (at < tokens.size() && (tokens.get(at).is(",") || tokens.get(at).is(".") || tokens.get(at).is(Role.OF))) {
            at++;
        }
        return at < tokens.size() && YEAR.matcher(tokens.get(at).text()).matches() ? at : -1;
    }

    private static FoundDate date(String year, int month, int day, int next) {
        return new FoundDate(Kind.DATE, List.of(Reading.of(Kind.DATE, "", year + month + "-" + day)), next);
    }

    private static boolean isDay(BigDecimal value) {
        return value.scale() <= 0 && value.signum() > 0 && value.compareTo(LAST_DAY) <= 0;
    }

    /** If day and month are ambiguous, both readings apply. */
    private static List<Reading> numeric(String text) {
        String[] parts = text.split("[-/.]", -1);
        boolean yearFirst = parts[0].length() == 4;
        String year = yearFirst ? parts[0] : parts[2].length() == 2 ? "20" + parts[2] : parts[2];
        int one = Integer.parseInt(yearFirst ? parts[1] : parts[0]);
        int other = Integer.parseInt(yearFirst ? parts[2] : parts[1]);
        List<Reading> readings = new ArrayList<>();
        if (yearFirst || one <= 12) {
            readings.add(Reading.of(Kind.DATE, "", year + "-" + one + "-" + other));
        }
        if (!yearFirst) {
            readings.add(Reading.of(Kind.DATE, "", year + "-" + other + "-" + one));
        }
        return readings;
    }

    private FoundDate clock(String text, int next) {
        String[] parts = text.split("[:h]", -1);
        return time(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), next);
    }

    /** "1 pm", "13 Uhr", "13.00 Uhr", 下午 1 点 */
    private @Nullable FoundDate hour(NumberReader.FoundNumber found) {
        boolean half = is(found.next(), Role.AM) || is(found.next(), Role.PM);
        boolean told = half || (is(found.next(), Role.CLOCK) && tokens.get(found.next()).unit() == null);
        BigDecimal[] parts = found.value().divideAndRemainder(BigDecimal.ONE);
        int minutes = parts[1].movePointRight(2).intValue();
        if (told && parts[0].compareTo(LAST_HOUR) <= 0 && minutes < 60) {
            return time(parts[0].intValue(), minutes, half ? found.next() : found.next() + 1);
        }
        return joined(found);
    }

    /** "10 to 7 pm": the first hour takes what the second one says. */
    private @Nullable FoundDate joined(NumberReader.FoundNumber found) {
        int joint = found.next();
        if (!is(joint, Role.RANGE) || found.value().scale() > 0 || found.value().compareTo(LAST_HOUR) > 0) {
            return null;
        }
        NumberReader.FoundNumber other = numbers.at(joint + 1);
        if (other == null) {
            return null;
        }
        boolean told = is(other.next(), Role.AM) || is(other.next(), Role.PM)
                || (is(other.next(), Role.CLOCK) && tokens.get(other.next()).unit() == null);
        return told ? new FoundDate(Kind.TIME, halves(found.value().intValue(), 0), found.next()) : null;
    }

    private FoundDate time(int hour, int minute, int from) {
        int next = from;
        boolean am = is(next, Role.AM);
        boolean pm = is(next, Role.PM);
        if (am || pm) {
            next++;
        } else {
            int before = from - 3;
            am = is(from - 2, Role.AM) || is(before, Role.AM);
            pm = is(from - 2, Role.PM) || is(before, Role.PM);
        }
        while (is(next, Role.CLOCK) || is(next, Role.ORDINAL)) {
            next++;
        }
        if (am || pm) {
            int full = hour % 12 + (pm ? 12 : 0);
            return new FoundDate(Kind.TIME, List.of(at(full, minute)), next);
        }
        return new FoundDate(Kind.TIME, halves(hour, minute), next);
    }

    private static List<Reading> halves(int hour, int minute) {
        return hour > 0 && hour <= 12
                ? List.of(at(hour, minute), at((hour + 12) % 24, minute))
                : List.of(at(hour % 24, minute));
    }

    private static Reading at(int hour, int minute) {
        return Reading.of(Kind.TIME, "", String.valueOf(60 * hour + minute));
    }

    private boolean is(int i, Role role) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(role);
    }

    private boolean isNumber(int i) {
        return i < tokens.size() && tokens.get(i).value() != null;
    }

    private boolean isWord(int i, String... words) {
        return i < tokens.size() && List.of(words).contains(tokens.get(i).text());
    }

    private int whole(int i) {
        BigDecimal value = tokens.get(i).value();
        return value == null ? 0 : value.intValue();
    }
}
