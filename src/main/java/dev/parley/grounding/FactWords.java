package dev.parley.grounding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** The words that facts are made of. Any other word can be part of an address only. */
final class FactWords {
    enum Role {
        NONE,
        RANGE,
        ENUM,
        AND,
        OF,
        SKIP,
        WORKING,
        AT_MOST,
        AT_LEAST,
        BETWEEN,
        ORDINAL,
        AM,
        PM,
        CLOCK,
        PERCENT,
        PERCENT_BEFORE,
        COUNTER,
        LINK
    }

    /** {@code kind}: SPAN, MEASURE or AMOUNT; {@code factor}: size in {@code base} units. */
    record Unit(Fact.Kind kind, String base, String factor) {}

    /** The meanings of a spelling, often several. */
    static final class Entry {
        private int number = -1;
        private boolean article;
        private int month;
        private int weekday;
        private @Nullable Unit unit;
        private final Set<Role> roles = new HashSet<>();

        /** Negative if it is no number. */
        int number() {
            return number;
        }

        boolean article() {
            return article;
        }

        /** From 1; 0 if it is no month. */
        int month() {
            return month;
        }

        /** Monday is 1; 0 if it is no weekday. */
        int weekday() {
            return weekday;
        }

        @Nullable
        Unit unit() {
            return unit;
        }

        boolean is(Role role) {
            return roles.contains(role);
        }

        /** True if a fact may begin here: output is held back from here on. */
        boolean begins() {
            return (number >= 0 && !article) || month > 0 || weekday > 0 || is(Role.LINK) || is(Role.PERCENT_BEFORE)
                    || (unit != null && unit.kind() == Fact.Kind.AMOUNT);
        }
    }

    private static final Map<String, Entry> WORDS = new HashMap<>();
    private static final TreeSet<String> SORTED = new TreeSet<>();
    private static final Set<Character> IDEOGRAPHS = new HashSet<>();

    static {
        NumberWords.all().forEach((word, number) -> entry(word).number = number);
        for (String article : NumberWords.articles()) {
            Entry entry = entry(article);
            entry.number = 1;
            entry.article = true;
        }
        LexiconWords.UNITS.lines().forEach(line -> {
            String[] parts = line.split(" \\| ", -1);
            String[] head = parts[0].split(" ", -1);
            Unit unit = new Unit(Fact.Kind.valueOf(head[0]), head[1], head[2]);
            for (String word : parts[1].split(" ", -1)) {
                entry(word.replace('_', ' ')).unit = unit;
            }
        });
        LexiconWords.ROLES.lines().forEach(line -> {
            String[] parts = line.split(" \\| ", -1);
            for (String word : parts[1].split(" ", -1)) {
                entry(word).roles.add(Role.valueOf(parts[0]));
            }
        });
        numbered(LexiconWords.MONTHS, (entry, number) -> entry.month = number);
        numbered(LexiconWords.WEEKDAYS, (entry, number) -> entry.weekday = number);
        SORTED.addAll(WORDS.keySet());
        WORDS.keySet().stream().filter(word -> FactScanner.isIdeograph(word.charAt(0)))
                .forEach(word -> word.chars().forEach(c -> IDEOGRAPHS.add((char) c)));
        Numerals.IDEOGRAPHS.chars().forEach(c -> IDEOGRAPHS.add((char) c));
    }

    private FactWords() {}

    private interface Numbered {
        void set(Entry entry, int number);
    }

    private static void numbered(String lists, Numbered target) {
        lists.lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            for (int i = 0; i < words.length; i++) {
                for (String form : words[i].split("/", -1)) {
                    target.set(entry(form), i + 1);
                }
            }
        });
    }

    private static Entry entry(String word) {
        return WORDS.computeIfAbsent(word, unused -> new Entry());
    }

    static @Nullable Entry of(String word) {
        return WORDS.get(word);
    }

    /** True if a longer fact word starts like this. */
    static boolean mayGrow(String beginning) {
        String next = SORTED.ceiling(beginning);
        return next != null && next.startsWith(beginning);
    }

    static boolean holds(char ideograph) {
        return IDEOGRAPHS.contains(ideograph);
    }
}
