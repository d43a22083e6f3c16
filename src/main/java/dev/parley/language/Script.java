package dev.parley.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

enum Script {
    LATIN(0),
    CYRILLIC(1 / 3.0),
    GREEK(1 / 3.0),
    HEBREW(1 / 3.0),
    ARABIC(1 / 3.0),
    DEVANAGARI(1 / 3.0),
    THAI(1 / 2.0),
    HANGUL(1),
    HAN(1);

    /** The weight of a letter in words, times about two. Latin is counted by word. */
    private final double letter;

    Script(double letter) {
        this.letter = letter;
    }

    /** The main script; null without letters. Latin words beside another script are often names and count less. */
    static @Nullable Script of(PlainWords words) {
        Map<Script, Double> sums = new EnumMap<>(Script.class);
        words.text().codePoints().forEach(point -> {
            Script script = of(point);
            if (script != null && script != LATIN) {
                sums.merge(script, script.letter, Double::sum);
            }
        });
        double latin = words.words().stream().filter(word -> of(word.text().codePointAt(0)) == LATIN)
                .mapToDouble(word -> KnownWords.isKnown(word.text()) ? 2 : word.capital() ? 0.1 : 0.5).sum();
        if (latin > 0) {
            sums.put(LATIN, latin);
        }
        // In a tie, the script other than Latin.
        return sums.entrySet().stream()
                .reduce((one, other) -> other.getValue() >= one.getValue() ? other : one)
                .map(Map.Entry::getKey).orElse(null);
    }

    static Script of(Language language) {
        return switch (language.code()) {
            case "ru", "uk", "be", "bg", "kk", "mk", "mn", "sr" -> CYRILLIC;
            case "el" -> GREEK;
            case "he" -> HEBREW;
            case "ar", "fa", "ur" -> ARABIC;
            case "hi", "mr", "ne" -> DEVANAGARI;
            case "th" -> THAI;
            case "ko" -> HANGUL;
            case "ja", "zh" -> HAN;
            default -> LATIN;
        };
    }

    /** Languages that words and letters must distinguish. */
    List<String> languages() {
        return this == CYRILLIC ? KnownWords.CYRILLIC : KnownWords.LATIN;
    }

    private static @Nullable Script of(int point) {
        UnicodeScript script = UnicodeScript.of(point);
        return switch (script) {
            case LATIN -> LATIN;
            case CYRILLIC -> CYRILLIC;
            case GREEK -> GREEK;
            case HEBREW -> HEBREW;
            case ARABIC -> ARABIC;
            case DEVANAGARI -> DEVANAGARI;
            case THAI -> THAI;
            case HANGUL -> HANGUL;
            case HAN, HIRAGANA, KATAKANA -> HAN;
            default -> null;
        };
    }
}
