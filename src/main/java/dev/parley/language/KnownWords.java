package dev.parley.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.StringTokenizer;
import java.util.stream.Stream;

/** Frequent words of shop questions by language; also matched without accents, as many people type. */
final class KnownWords {
    /** Languages that share an alphabet. */
    static final List<String> LATIN = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "cs", "sk", "ro",
            "hu",
            "sv", "da", "nb", "fi", "vi", "id");
    static final List<String> CYRILLIC = List.of("ru", "uk");
    static final List<String> LANGUAGES = Stream.concat(LATIN.stream(), CYRILLIC.stream()).toList();
    private static final byte WITHOUT_ACCENTS = 1;
    private static final byte AS_WRITTEN = 2;
    /** A mark for each of {@link #LANGUAGES}; 0: not a word of it. */
    private static final Map<String, byte[]> MARKS = read();

    private KnownWords() {}

    /** By language, in the order of the lists: 1 for its word, less without accents or with one letter, else 0. */
    static double[] shares(String word) {
        double[] shares = new double[LANGUAGES.size()];
        byte[] marks = MARKS.get(word);
        for (int i = 0; marks != null && i < shares.length; i++) {
            shares[i] = marks[i] == 0 ? 0 : word.length() == 1 ? 0.3 : marks[i] == AS_WRITTEN ? 1 : 0.7;
        }
        return shares;
    }

    static boolean isKnown(String word) {
        return word.length() > 1 && MARKS.containsKey(word);
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replace('ı', 'i').replace('ł', 'l').replace('đ', 'd').replace('ø', 'o').replace("ß", "ss");
    }

    private static Map<String, byte[]> read() {
        Properties lines = new Properties();
        try (InputStream file = KnownWords.class.getResourceAsStream("/language/words.properties")) {
            if (file == null) {
                throw new IllegalStateException("The words of the languages are missing");
            }
            lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> marks = new HashMap<>();
        for (int language = 0; language < LANGUAGES.size(); language++) {
            StringTokenizer words = new StringTokenizer(lines.getProperty(LANGUAGES.get(language)));
            while (words.hasMoreTokens()) {
                String word = words.nextToken();
                mark(marks, plain(word), language, WITHOUT_ACCENTS);
                mark(marks, word, language, AS_WRITTEN);
            }
        }
        return marks;
    }

    private static void mark(Map<String, byte[]> marks, String word, int language, byte mark) {
        byte[] all = marks.computeIfAbsent(word, fresh -> new byte[LANGUAGES.size()]);
        all[language] = (byte) Math.max(all[language], mark);
    }
}
