package dev.parley.faq.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.ibm.icu.util.ULocale;

/** Recognizes a language by tag, by name in many languages, or by country code. */
final class LocaleName {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr",
            "ar", "zh", "ja", "ko", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "el", "he", "uk", "vi", "th", "hi",
            "id", "ms", "bg", "hr", "sr", "sl", "et", "lv", "lt", "ca", "eu", "gl", "fa", "ur", "bn", "ta", "te", "ga",
            "is", "hy", "ka", "kk", "ne", "fil", "sq", "mk", "bs", "af", "sw", "az", "no", "nn");
    private static final List<String> NAMED_IN = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr",
            "ar", "zh", "ja", "ko");
    private static final Map<String, String> OTHERWISE = Map.ofEntries(Map.entry("jp", "ja"), Map.entry("cn", "zh-CN"),
            Map.entry("tw", "zh-TW"), Map.entry("hk", "zh-HK"), Map.entry("kr", "ko"), Map.entry("ua", "uk"),
            Map.entry("gr", "el"), Map.entry("dk", "da"), Map.entry("cz", "cs"), Map.entry("us", "en-US"),
            Map.entry("gb", "en-GB"), Map.entry("at", "de-AT"), Map.entry("iw", "he"), Map.entry("in", "id"),
            Map.entry("simplified chinese", "zh-CN"), Map.entry("traditional chinese", "zh-TW"),
            Map.entry("chinese simplified", "zh-CN"), Map.entry("chinese traditional", "zh-TW"),
            Map.entry("简体中文", "zh-CN"), Map.entry("繁體中文", "zh-TW"), Map.entry("繁体中文", "zh-TW"),
            Map.entry("mandarin", "zh"), Map.entry("castellano", "es"), Map.entry("castilian", "es"),
            Map.entry("flemish", "nl"), Map.entry("farsi", "fa"), Map.entry("brazilian portuguese", "pt-BR"),
            Map.entry("norsk", "nb"));
    /** Codes that are also words in column names: number, identity, and so on. */
    private static final Set<String> ALSO_WORDS = Set.of("id", "no", "is", "in", "at", "us");
    /** ISO 639-2 bibliographic codes and their equivalents. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(Map.entry("ger", "de"),
            Map.entry("fre", "fr"), Map.entry("dut", "nl"), Map.entry("gre", "el"), Map.entry("chi", "zh"),
            Map.entry("cze", "cs"), Map.entry("slo", "sk"), Map.entry("rum", "ro"), Map.entry("per", "fa"),
            Map.entry("ice", "is"), Map.entry("alb", "sq"), Map.entry("arm", "hy"), Map.entry("baq", "eu"),
            Map.entry("bur", "my"), Map.entry("geo", "ka"), Map.entry("mac", "mk"), Map.entry("may", "ms"),
            Map.entry("wel", "cy"), Map.entry("heb", "he"), Map.entry("ind", "id"), Map.entry("yid", "yi"));
    private static final Map<String, String> OF_THREE = ofThree();
    private static final Map<String, String> BY_NAME = names();

    private LocaleName() {}

    /** For a cell; empty if not recognized, so that the text's language is detected. */
    static Optional<String> of(String cell) {
        String plain = PlainName.of(cell);
        String tag = cell.strip().replace('_', '-').replaceAll("\\.(?i:utf-?8)$", "");
        String first = tag.split("-", 2)[0];
        String code = first.toLowerCase(Locale.ROOT);
        if (OTHERWISE.containsKey(plain)) {
            return Optional.of(OTHERWISE.get(plain));
        }
        if (tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*") && (isLanguage(code) || OF_THREE.containsKey(code))) {
            // ISO 639-2's `ger` and `deu` are the same language as `de`; tags use two letters where they exist.
            return Optional.of(OF_THREE.getOrDefault(code, first) + tag.substring(first.length()));
        }
        return Optional.ofNullable(BY_NAME.get(plain))
                .or(() -> Optional.ofNullable(BY_NAME.get(plain.split(" ", 2)[0])));
    }

    static Optional<String> inName(String plain) {
        if (ALSO_WORDS.contains(plain)) {
            return Optional.empty();
        }
        String tag = plain.replace(' ', '-');
        return tag.matches("[a-z]{2}(-[a-z]{2}|-[a-z]{4})?") && LANGUAGES.contains(tag.substring(0, 2))
                ? Optional.of(tag)
                : Optional.ofNullable(BY_NAME.get(plain));
    }

    static boolean isTag(String key) {
        return key.matches("[A-Za-z]{2}([-_][A-Za-z0-9]{2,8})*")
                && LANGUAGES.contains(key.substring(0, 2).toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> ofThree() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            codes.putIfAbsent(Locale.of(code).getISO3Language(), code);
        }
        codes.putAll(BIBLIOGRAPHIC);
        return Map.copyOf(codes);
    }

    private static boolean isLanguage(String code) {
        return Set.of(Locale.getISOLanguages()).contains(code)
                || (code.length() == 3 && !new ULocale(code).getDisplayLanguage(ULocale.ENGLISH).equals(code));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : LANGUAGES) {
            ULocale language = new ULocale(code);
            names.putIfAbsent(PlainName.of(language.getDisplayLanguage(language)), code);
            for (String in : NAMED_IN) {
                names.putIfAbsent(PlainName.of(language.getDisplayLanguage(new ULocale(in))), code);
            }
        }
        names.putAll(OTHERWISE);
        return Map.copyOf(names);
    }
}
