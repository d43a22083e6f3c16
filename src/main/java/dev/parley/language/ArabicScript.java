package dev.parley.language;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Distinguishes Arabic, Persian and Urdu by letters that only some of them have. */
final class ArabicScript {
    private static final String URDU = "ٹڈڑںےھہ";
    private static final String PERSIAN = "پچژگکی";
    private static final String ARABIC = "ةكيىأإؤئ";
    /** A text this long without their letters is neither Persian nor Urdu. */
    private static final int MANY = 10;
    private static final Set<String> WRITTEN_SO = Set.of("ar", "fa", "ur");

    private ArabicScript() {}

    static Detected of(String text, Language expected) {
        long urdu = count(text, URDU);
        long persian = count(text, PERSIAN);
        long arabic = count(text, ARABIC);
        if (urdu > 0) {
            return new Detected(new Language("ur"), true);
        }
        if (persian != arabic) {
            return new Detected(new Language(persian > arabic ? "fa" : "ar"), true);
        }
        if (text.codePoints().filter(point -> UnicodeScript.of(point) == UnicodeScript.ARABIC).count() >= MANY) {
            return new Detected(new Language("ar"), true);
        }
        return new Detected(WRITTEN_SO.contains(expected.code()) ? expected : new Language("ar"), false);
    }

    private static long count(String text, String letters) {
        return text.chars().filter(c -> letters.indexOf(c) >= 0).count();
    }
}
