package dev.parley.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.parley.grounding.Fact.Kind;
import dev.parley.grounding.Fact.Reading;
import dev.parley.grounding.FactWords.Role;
import dev.parley.grounding.FactWords.Unit;
import org.jspecify.annotations.Nullable;

final class FactReader {
    private static final BigDecimal MIN_BARE = BigDecimal.TEN;

    private final List<TextToken> tokens;
    private final CharSequence raw;
    private final boolean source;
    private final NumberReader numbers;
    private final DateReader dates;
    private final List<Fact> facts = new ArrayList<>();

    FactReader(List<TextToken> run, CharSequence raw, boolean source) {
        this.tokens = Ideographs.joined(run);
        this.raw = raw;
        this.source = source;
        this.numbers = new NumberReader(tokens, source);
        this.dates = new DateReader(tokens, numbers);
    }

    List<Fact> facts() {
        int i = 0;
        while (i < tokens.size()) {
            int next = special(i);
            i = next > i ? next : Math.max(i + 1, quantity(i));
        }
        return facts;
    }

    private int special(int i) {
        DateReader.FoundDate date = dates.at(i);
        if (date != null) {
            add(date.kind(), i, date.next(), date.readings());
            return date.next();
        }
        int phone = Phones.end(tokens, i);
        if (phone > i) {
            add(Kind.PHONE, i, phone, List.of(Reading.of(Kind.PHONE, "", Phones.number(tokens, i, phone))));
        }
        return phone;
    }

    /** Numbers with a shared unit. Returns the index after them. */
    private int quantity(int i) {
        Unit before = prefix(i);
        int first = before == null ? i : i + 1;
        NumberReader.FoundNumber number = numbers.at(first);
        if (number == null) {
            return i + 1;
        }
        List<BigDecimal> values = new ArrayList<>(List.of(number.value()));
        int next = number.next();
        Hit unit = before == null ? unit(next) : new Hit(before, number.next());
        boolean range = true;
        boolean each = false;
        while (values.size() < 6) {
            int joint = unit != null ? unit.next : next;
            if (joint >= tokens.size() || !joins(joint) || (unit == null && isArticle(first))) {
                break;
            }
            int from = joint + 1;
            Unit again = prefix(from);
            NumberReader.FoundNumber other = numbers.at(again == null ? from : from + 1);
            if (other == null || dates.at(from) != null) {
                break;
            }
            Hit its = again == null ? unit(other.next()) : new Hit(again, other.next());
            if (unit != null && (its == null ? before == null : !its.unit.base().equals(unit.unit.base()))) {
                break;
            }
            range = range && tokens.get(joint).is(Role.RANGE);
            each = each || !tokens.get(joint).is(Role.RANGE) || (unit != null && before == null);
            values.add(other.value());
            next = other.next();
            unit = its != null ? its : unit;
            if (its != null && again == null && before == null) {
                break;
            }
        }
        int end = unit != null && unit.next > next ? unit.next : next;
        // "24/7" cannot be looked up.
        boolean fraction = unit == null && values.size() > 1 && tokens.get(number.next()).is("/");
        boolean words = unit == null && (source ? !number.plain() : tokens.get(i).value() == null || fraction);
        if (!words) {
            emit(i, end, values, unit == null ? null : unit.unit, range && !between(i) && !each);
        }
        return end;
    }

    private record Hit(Unit unit, int next) {}

    /** The article in "a 30-day period" is not the start of a range. */
    private boolean isArticle(int at) {
        FactWords.Entry word = tokens.get(at).word();
        return word != null && word.article();
    }

    private boolean joins(int at) {
        TextToken token = tokens.get(at);
        return token.is(Role.RANGE) || token.is(Role.ENUM) || token.is("×") || token.is("x");
    }

    private @Nullable Unit prefix(int i) {
        if (i >= tokens.size()) {
            return null;
        }
        TextToken token = tokens.get(i);
        if (token.is(Role.PERCENT_BEFORE) && i + 1 < tokens.size() && numbers.at(i + 1) != null) {
            boolean percent = unit(i) == null || i == 0 || numbers.at(i - 1) == null;
            return percent ? Units.PERCENT : null;
        }
        Unit unit = token.unit();
        int next = i + 1;
        return unit != null && unit.kind() == Kind.AMOUNT && numbers.at(next) != null ? unit : null;
    }

    private @Nullable Hit unit(int from) {
        int i = from;
        boolean working = false;
        while (i < tokens.size()
                && (tokens.get(i).is("-") || tokens.get(i).is(Role.SKIP) || tokens.get(i).is(Role.COUNTER)
                        || tokens.get(i).is(Role.WORKING))) {
            working = working || tokens.get(i).is(Role.WORKING);
            i++;
        }
        if (i >= tokens.size()) {
            return null;
        }
        if (tokens.get(i).is(Role.PERCENT)) {
            return new Hit(Units.PERCENT, i + 1);
        }
        Unit unit = tokens.get(i).unit();
        if (unit == null && tokens.get(i).is("\"") && i == from && tokens.get(i).start() == tokens.get(i - 1).end()) {
            unit = Units.INCH;
        }
        if (unit == null) {
            return null;
        }
        int next = i + 1;
        if (unit.base().equals("day") && next < tokens.size() && tokens.get(next).is(Role.WORKING)) {
            working = true;
            next++;
        }
        return new Hit(working && unit.base().equals("day") ? Units.WORKDAY : unit, next);
    }

    private void emit(int from, int end, List<BigDecimal> values, @Nullable Unit unit, boolean range) {
        BigDecimal low = values.getFirst();
        BigDecimal high = values.getLast();
        boolean pair = values.size() == 2 && low.compareTo(high) < 0;
        if (pair && range) {
            List<Reading> readings = new ArrayList<>(Units.readings(unit, low, high));
            if (readings.getFirst().kind() == Kind.NUMBER && !source) {
                bare(from, end, low);
                bare(from, end, high);
            } else {
                add(readings.getFirst().kind(), from, end, readings);
            }
            inherit(from, end, values);
            return;
        }
        for (BigDecimal value : values) {
            if (unit == null && !source) {
                bare(from, end, value);
                continue;
            }
            List<Reading> readings = new ArrayList<>(Units.readings(unit, value, value));
            if (pair) {
                readings.addAll(Units.readings(unit, low, high));
            }
            if (values.size() == 1) {
                readings.addAll(limits(from, readings));
            }
            add(readings.getFirst().kind(), from, end, readings);
        }
        inherit(from, end, values);
    }

    /** Also records the bare number, so that it is found with any unit. */
    private void inherit(int from, int end, List<BigDecimal> values) {
        if (source) {
            values.forEach(value -> add(Kind.NUMBER, from, end, List.of(Reading.of(Kind.NUMBER, "=", value))));
        }
    }

    private void bare(int from, int end, BigDecimal value) {
        if (value.compareTo(MIN_BARE) >= 0 || value.stripTrailingZeros().scale() > 0) {
            add(Kind.NUMBER, from, end,
                    List.of(Reading.of(Kind.NUMBER, "", value), Reading.of(Kind.NUMBER, "=", value)));
        }
    }

    /** A source with "2–3 days" supports "up to 3 days". */
    private List<Reading> limits(int from, List<Reading> readings) {
        boolean most = marked(from, Role.AT_MOST);
        boolean least = marked(from, Role.AT_LEAST);
        return readings.stream()
                .filter(reading -> reading.kind() != Kind.TIME && (most || least))
                .map(reading -> Reading.of(reading.kind(),
                        (most ? Sources.AT_MOST : Sources.AT_LEAST) + reading.unit(), reading.low()))
                .toList();
    }

    private boolean between(int from) {
        return marked(from, Role.BETWEEN);
    }

    private boolean marked(int from, Role role) {
        for (int i = Math.max(0, from - 2); i < from; i++) {
            if (tokens.get(i).is(role)) {
                return true;
            }
        }
        return false;
    }

    private void add(Kind kind, int from, int end, List<Reading> readings) {
        int start = tokens.get(from).start();
        int last = tokens.get(Math.min(end, tokens.size()) - 1).end();
        facts.add(new Fact(kind, raw.subSequence(start, last).toString(), start, last, readings));
    }
}
