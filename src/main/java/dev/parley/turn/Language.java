package dev.parley.turn;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The languages of the sentences that Parley itself says to visitors. */
enum Language {
    ENGLISH, CHINESE, GERMAN, ARABIC;

    /** The script of what the visitor wrote decides; the browser's language only where several share a script. */
    static Language of(String text, @Nullable String locale) {
        if (uses(text, UnicodeScript.HAN)) {
            return CHINESE;
        }
        if (uses(text, UnicodeScript.ARABIC)) {
            return ARABIC;
        }
        boolean german = locale != null && locale.toLowerCase(Locale.ROOT).startsWith("de");
        return german ? GERMAN : ENGLISH;
    }

    private static boolean uses(String text, UnicodeScript script) {
        return text.codePoints().anyMatch(point -> UnicodeScript.of(point) == script);
    }
}
