package dev.parley.faq;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

import dev.parley.embedding.LocalModel;

/** The two families of text that search tells apart: each has its own sentence model and its own way to find words. */
enum Language {
    /** Chinese. */
    HAN(LocalModel.CHINESE),
    /** Everything else; the model knows English best, and product codes are the same everywhere. */
    LATIN(LocalModel.ENGLISH);

    final LocalModel reader;

    Language(LocalModel reader) {
        this.reader = reader;
    }

    /** Of an entry, from its locale. */
    static Language of(String locale) {
        return primary(locale).equals("zh") ? HAN : LATIN;
    }

    /** Of a question, from its characters: two letters in five suffice, since a Chinese sentence often names a product in Latin letters. */
    static Language in(String text) {
        long han = text.codePoints().filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN).count();
        long kana = text.codePoints().filter(Language::isKana).count();
        long latin = text.codePoints().filter(c -> UnicodeScript.of(c) == UnicodeScript.LATIN).count();
        return han > 0 && kana == 0 && han * 5 >= (han + latin) * 2 ? HAN : LATIN;
    }

    /** The language subtag: {@code zh} of {@code zh-Hant-TW}. */
    static String primary(String locale) {
        return Locale.forLanguageTag(locale).getLanguage();
    }

    private static boolean isKana(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
