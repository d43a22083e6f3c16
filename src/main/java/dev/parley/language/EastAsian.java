package dev.parley.language;

import java.lang.Character.UnicodeScript;

import org.jspecify.annotations.Nullable;

/** Distinguishes Chinese and Japanese by kana and exclusive characters; without them, the expected language. */
final class EastAsian {
    static final Language CHINESE = new Language("zh");
    static final Language JAPANESE = new Language("ja");
    private static final String CHINESE_ONLY = "吗呢么吧您你们这谁哪怎啥给请谢钱买卖货运费订单问题时间发应该对还现为几个开关电话邮让说过进远连选择换认证账块样种师员儿码"
            + "嗎們妳麼這沒啦喔";
    private static final String JAPANESE_ONLY = "円払込売駅発伝営応対価続経帰気図広変実様覧験権県楽沢鉄転両歳戻働枠扱";
    /** A text this long with only shared characters is no name or label. */
    private static final int MANY = 6;

    private EastAsian() {}

    static Detected of(String text, @Nullable Language prior) {
        long hiragana = count(text, UnicodeScript.HIRAGANA) - decorations(text);
        long katakana = count(text, UnicodeScript.KATAKANA);
        long chinese = text.chars().filter(c -> CHINESE_ONLY.indexOf(c) >= 0).count();
        long japanese = text.chars().filter(c -> JAPANESE_ONLY.indexOf(c) >= 0).count();
        if (hiragana > 0 || (katakana > 0 && chinese < 2)) {
            return new Detected(JAPANESE, true);
        }
        if (JAPANESE.equals(prior) ? chinese > 0 && japanese == 0 : japanese == 0 || chinese > 0) {
            return new Detected(CHINESE,
                    chinese > 0 || CHINESE.equals(prior) || count(text, UnicodeScript.HAN) >= MANY);
        }
        return new Detected(JAPANESE, japanese > 0 || JAPANESE.equals(prior));
    }

    /** Chinese brands write の for 的. */
    private static long decorations(String text) {
        return count(text, UnicodeScript.HAN) >= 4 && count(text, UnicodeScript.HIRAGANA) == 1 && text.indexOf('の') >= 0
                ? 1
                : 0;
    }

    private static long count(String text, UnicodeScript script) {
        return text.codePoints().filter(point -> UnicodeScript.of(point) == script).count();
    }
}
