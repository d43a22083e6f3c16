package dev.parley.understanding;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.parley.language.Language;

/** Senses of a phrase by language: Polish "tak" is yes, Danish "tak" is thanks. */
final class Phrase {
    /** The file of universal phrases. */
    static final String EVERYWHERE = "any";
    private static final EnumSet<Sense> NOTHING = EnumSet.noneOf(Sense.class);
    private static final EnumSet<Sense> PLAIN = EnumSet.of(Sense.PLAIN);
    static final Phrase UNKNOWN = new Phrase();
    static final Phrase EMOJI = new Phrase();
    static {
        EMOJI.add(EVERYWHERE, Sense.FILLER);
    }

    private final Map<String, EnumSet<Sense>> byLanguage = new LinkedHashMap<>(2);
    private final EnumSet<Sense> all = EnumSet.noneOf(Sense.class);

    void add(String language, Sense sense) {
        byLanguage.computeIfAbsent(language, fresh -> EnumSet.noneOf(Sense.class)).add(sense);
        all.add(sense);
    }

    boolean isPlain() {
        return all.equals(PLAIN);
    }

    boolean says(Sense sense) {
        return all.contains(sense);
    }

    boolean saysAny(Set<Sense> senses) {
        return all.stream().anyMatch(senses::contains);
    }

    boolean saysIn(String language, Set<Sense> senses) {
        return byLanguage.getOrDefault(language, byLanguage.getOrDefault(EVERYWHERE, NOTHING)).stream()
                .anyMatch(senses::contains);
    }

    /** True if a language has both senses: English "will" is no German wish. */
    boolean agrees(Phrase other, Set<Sense> mine, Sense others) {
        return byLanguage.entrySet().stream().anyMatch(entry -> entry.getValue().stream().anyMatch(mine::contains)
                && (entry.getKey().equals(EVERYWHERE)
                        || other.byLanguage.getOrDefault(entry.getKey(), NOTHING).contains(others)));
    }

    /** Senses in the language, else in any other. */
    Set<Sense> senses(String language) {
        return byLanguage.getOrDefault(language, byLanguage.getOrDefault(EVERYWHERE, all));
    }

    boolean isOf(Language language, Sense sense) {
        return byLanguage.getOrDefault(language.code(), NOTHING).contains(sense)
                || byLanguage.getOrDefault(EVERYWHERE, NOTHING).contains(sense);
    }

    /** Universal, such as "ok": no hint of the language. */
    boolean isEverywhere() {
        return byLanguage.containsKey(EVERYWHERE);
    }

    Set<String> languages() {
        return byLanguage.keySet();
    }
}
