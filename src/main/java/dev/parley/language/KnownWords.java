package dev.parley.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.StringTokenizer;

/** Frequent words of shop questions by language; also matched without accents, as many people type. */
final class KnownWords {
    /** Languages that share an alphabet. */
    static final List<String> LATIN = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "cs", "sk", "ro",
            "hu",
            "sv", "da", "nb", "fi", "vi", "id");
    static final List<String> CYRILLIC = List.of("ru", "uk");
    private static final Map<String, KnownWords> BY_LANGUAGE = read();

    private final Map<String, Boolean> exact = new HashMap<>();

    private KnownWords(String words) {
        List<String> all = Collections.list(new StringTokenizer(words)).stream().map(String.class::cast).toList();
        all.forEach(word -> exact.put(plain(word), false));
        all.forEach(word -> exact.put(word, true));
    }

    /** 1 for a word of the language, less without accents or with one letter, else 0. */
    static double share(String language, String word) {
        KnownWords known = BY_LANGUAGE.get(language);
        Boolean exact = known == null ? null : known.exact.get(word);
        if (exact == null) {
            return 0;
        }
        return word.length() == 1 ? 0.3 : exact ? 1 : 0.7;
    }

    static boolean isKnown(String word) {
        return word.length() > 1 && BY_LANGUAGE.values().stream().anyMatch(known -> known.exact.containsKey(word));
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replace('ı', 'i').replace('ł', 'l').replace('đ', 'd').replace('ø', 'o').replace("ß", "ss");
    }

    private static Map<String, KnownWords> read() {
        Properties lines = new Properties();
        try (InputStream file = KnownWords.class.getResourceAsStream("/language/words.properties")) {
            if (file == null) {
                throw new IllegalStateException("The words of the languages are missing");
            }
            lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, KnownWords> known = new HashMap<>();
        lines.forEach((language, words) -> known.put((String) language, new KnownWords((String) words)));
        return Map.copyOf(known);
    }
}
