package dev.parley.faq;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.util.ULocale;
import dev.parley.embedding.LocalModel;
import org.jspecify.annotations.Nullable;

/** Chooses the local model. Scripts unknown to it, such as Cyrillic, are noise and get none. */
public final class LocalModels {
    private static final Map<String, String> SCRIPTS = new ConcurrentHashMap<>(Map.of("en", "Latn", "zh", "Hans"));

    private LocalModels() {}

    /** Null if entries in the language can only be compared by words. */
    static @Nullable LocalModel ofLanguage(String language) {
        return switch (SCRIPTS.computeIfAbsent(language,
                code -> ULocale.addLikelySubtags(new ULocale(code)).getScript())) {
            case "Latn" -> LocalModel.ENGLISH;
            case "Hans", "Hant" -> LocalModel.CHINESE;
            default -> null;
        };
    }

    /** Null if no model reads the question. */
    static @Nullable LocalModel ofText(String text) {
        Counted counted = Counted.in(text);
        if (counted.kana || (counted.others > 0 && counted.others >= counted.latin)) {
            return null;
        }
        // A Chinese sentence often names a product in Latin letters, so words are counted, not letters.
        return counted.han > 0 && counted.han >= counted.latin ? LocalModel.CHINESE : LocalModel.ENGLISH;
    }

    /** The language subtag: {@code zh} of {@code zh-Hant-TW}. */
    public static String language(String locale) {
        String language = Locale.forLanguageTag(locale).getLanguage();
        // Both written forms of Norwegian share their words.
        return language.equals("no") || language.equals("nn") ? "nb" : language;
    }

    /** Counts Chinese characters, and words of other scripts. */
    private static final class Counted {
        private int latin;
        private int others;
        private int han;
        private boolean kana;

        static Counted in(String text) {
            Counted counted = new Counted();
            UnicodeScript last = UnicodeScript.COMMON;
            for (int c : text.codePoints().toArray()) {
                UnicodeScript script = Character.isLetter(c) ? UnicodeScript.of(c) : UnicodeScript.COMMON;
                counted.count(script, script != last);
                last = Character.isLetterOrDigit(c) && script == UnicodeScript.COMMON ? last : script;
            }
            return counted;
        }

        private void count(UnicodeScript script, boolean begins) {
            switch (script) {
                case COMMON, INHERITED -> {
                    // Digits and punctuation occur in every language.
                }
                case HAN -> han++;
                case HIRAGANA, KATAKANA -> kana = true;
                case LATIN -> latin += begins ? 1 : 0;
                default -> others += begins ? 1 : 0;
            }
        }
    }
}
