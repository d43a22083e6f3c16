package dev.parley.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.grounding.Fact.Kind;
import dev.parley.grounding.Fact.Reading;

/** The texts that support an answer: entries, results of actions, the shop's settings, the visitor's own words. */
public final class Sources {
    /** Marks the least and the greatest value that a range allows. */
    static final String AT_MOST = "<=";
    static final String AT_LEAST = ">=";

    /** A shop's entries are in one prompt after the other. */
    private static final Cache<String, Set<Reading>> OF_THE_SHOP = Caffeine.newBuilder()
            .maximumWeight(500_000).weigher((String text, Set<Reading> stated) -> text.length() + 50 * stated.size())
            .build();

    private final Set<Reading> stated;

    private Sources(Set<Reading> stated) {
        this.stated = stated;
    }

    /** Read one by one: within a text, values share a unit that is given once. */
    public static Sources of(Collection<String> texts) {
        Set<Reading> stated = new HashSet<>();
        texts.forEach(text -> add(Facts.inSource(text), stated));
        return new Sources(stated);
    }

    /** Adds texts of the shop's own, which stay in memory. */
    public Sources andOfTheShop(Collection<String> texts) {
        Set<Reading> more = new HashSet<>(stated);
        texts.forEach(text -> more.addAll(OF_THE_SHOP.get(text, Sources::read)));
        return new Sources(more);
    }

    private static Set<Reading> read(String text) {
        Set<Reading> stated = new HashSet<>();
        add(Facts.inSource(text), stated);
        return stated;
    }

    /** Adds a source, such as the result of an action. */
    public Sources and(String text) {
        Set<Reading> more = new HashSet<>(stated);
        add(Facts.inSource(text), more);
        return new Sources(more);
    }

    boolean state(Fact fact) {
        return fact.readings().stream().anyMatch(stated::contains);
    }

    private static void add(List<Fact> facts, Set<Reading> stated) {
        List<Reading> readings = facts.stream().flatMap(fact -> fact.readings().stream()).toList();
        readings.forEach(reading -> widen(reading, stated));
        List<Reading> bare = readings.stream()
                .filter(reading -> reading.kind() == Kind.NUMBER && reading.unit().isEmpty()).toList();
        List<Reading> used = new ArrayList<>();
        for (Reading reading : readings) {
            boolean counted = reading.kind() == Kind.AMOUNT || reading.kind() == Kind.SPAN
                    || reading.kind() == Kind.MEASURE || reading.kind() == Kind.PERCENTAGE;
            if (counted && used.stream().noneMatch(other -> sameUnit(other, reading))) {
                used.add(reading);
            }
        }
        // "to Norway 4–7 working days, to the USA 5–10"
        for (Reading unit : used) {
            bare.forEach(number -> widen(new Reading(unit.kind(), unit.unit(), number.low(), number.high()), stated));
        }
    }

    private static boolean sameUnit(Reading one, Reading other) {
        return one.kind() == other.kind() && one.unit().equals(other.unit());
    }

    private static void widen(Reading reading, Set<Reading> stated) {
        stated.add(reading);
        switch (reading.kind()) {
            case AMOUNT -> Currencies.general(reading.unit()).forEach(
                    unit -> stated.add(new Reading(Kind.AMOUNT, unit, reading.low(), reading.high())));
            case TIME -> hours(reading, stated);
            case DATE -> stated.add(Reading.of(Kind.DATE, "", reading.low().replaceFirst("^\\d+-(?=\\d+-)", "")));
            case WEEKDAY -> days(reading, stated);
            case LINK -> stated.add(Reading.of(Kind.LINK, "", reading.low().replaceFirst("/.*", "")));
            default -> {
            }
        }
        if (reading.kind() == Kind.AMOUNT || reading.kind() == Kind.SPAN || reading.kind() == Kind.MEASURE
                || reading.kind() == Kind.PERCENTAGE || reading.kind() == Kind.NUMBER) {
            stated.add(Reading.of(reading.kind(), AT_LEAST + reading.unit(), reading.low()));
            stated.add(Reading.of(reading.kind(), AT_MOST + reading.unit(), reading.high()));
        }
    }

    private static void hours(Reading time, Set<Reading> stated) {
        int minutes = Integer.parseInt(time.low());
        for (int hour : new int[]{minutes / 60, minutes / 60 % 12}) {
            stated.add(Reading.of(Kind.NUMBER, "=", new BigDecimal(hour)));
        }
    }

    private static void days(Reading range, Set<Reading> stated) {
        int last = Integer.parseInt(range.high());
        for (int day = Integer.parseInt(range.low()); day != last; day = day % 7 + 1) {
            stated.add(Reading.of(Kind.WEEKDAY, "", String.valueOf(day)));
        }
        stated.add(Reading.of(Kind.WEEKDAY, "", String.valueOf(last)));
    }
}
