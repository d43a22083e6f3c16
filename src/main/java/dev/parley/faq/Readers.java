package dev.parley.faq;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.util.ULocale;
import dev.parley.embedding.LocalModel;
import org.jspecify.annotations.Nullable;

/**
 * Which of the sentence models in this process reads what. The English one knows other languages in Latin letters a little. Letters that it
 * has never seen in a sentence, such as Cyrillic, it takes for noise, and noise is like noise: better no model than that.
 */
public final class Readers {
    private static final Map<String, String> SCRIPTS = new ConcurrentHashMap<>(Map.of("en", "Latn", "zh", "Hans"));

    private Readers() {}

    /** Of entries in this language; null where only their words can be compared. */
    static @Nullable LocalModel ofLanguage(String language) {
        return switch (SCRIPTS.computeIfAbsent(language,
                code -> ULocale.addLikelySubtags(new ULocale(code)).getScript())) {
            case "Latn" -> LocalModel.ENGLISH;
            case "Hans", "Hant" -> LocalModel.CHINESE;
            default -> null;
        };
    }

    /** Of a question; null where no model reads it. */
    static @Nullable LocalModel ofText(String text) {
        Counted counted = Counted.in(text);
        if (counted.kana || (counted.others > 0 && counted.others >= counted.latin)) {
            return null;
        }
        // A Chinese sentence often names a product in Latin letters: its words are counted, not its letters.
        return counted.han > 0 && counted.han >= counted.latin ? LocalModel.CHINESE : LocalModel.ENGLISH;
    }

    /** The language subtag: {@code zh} of {@code zh-Hant-TW}. */
    public static String language(String locale) {
        String language = Locale.forLanguageTag(locale).getLanguage();
        // Norwegian is written in two ways that share their words.
        return language.equals("no") || language.equals("nn") ? "nb" : language;
    }

    /** Chinese characters, and the words of other scripts. */
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
                    // Digits and signs stand in every language.
                }
                case HAN -> han++;
                case HIRAGANA, KATAKANA -> kana = true;
                case LATIN -> latin += begins ? 1 : 0;
                default -> others += begins ? 1 : 0;
            }
        }
    }
}
