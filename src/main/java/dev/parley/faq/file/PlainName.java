package dev.parley.faq.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Normalizes a name or a cell's word: ignores case, accents, punctuation and word separators. */
final class PlainName {
    private PlainName() {}

    /** A text of symbols only stays unchanged: a tick is a value, too. */
    static String of(String name) {
        String parted = name.strip().replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
        String bare = Normalizer.normalize(parted, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String plain = Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replace("ß", "ss")
                .replace('ı', 'i').replace('ł', 'l').replace('ø', 'o').replace('đ', 'd')
                .replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return plain.isEmpty() ? name.strip() : plain;
    }

    /** Without words such as "article" and without a number at the end. */
    static String core(String plain) {
        return Arrays.stream(plain.replaceAll("(?<=.) ?\\p{N}+$", "").split(" ", -1))
                .filter(word -> !Words.FILLER.contains(word)).collect(Collectors.joining(" "));
    }

    /** The field that a form asks for in a whole sentence. */
    static String asked(String plain) {
        List<String> words = Arrays.asList(plain.split(" ", -1));
        return words.size() < 3
                ? ""
                : core(words.stream().filter(word -> !Words.ASKING.contains(word)).collect(Collectors.joining(" ")));
    }

    static final class Words {
        private static final Properties LINES = read();
        static final List<String> FILLER = of("filler");
        static final List<String> ASKING = of("asking");

        private Words() {}

        static List<String> of(String key) {
            return Arrays.stream(Objects.requireNonNull(LINES.getProperty(key), key).split("\\|", -1))
                    .map(PlainName::of).toList();
        }

        /** Keeps the trailing dots. */
        static List<String> raw(String key) {
            return Arrays.stream(Objects.requireNonNull(LINES.getProperty(key), key).split("\\|", -1))
                    .map(stem -> stem.endsWith(".") ? PlainName.of(stem) + "." : PlainName.of(stem)).toList();
        }

        private static Properties read() {
            Properties lines = new Properties();
            try (InputStream file = PlainName.class.getResourceAsStream("/faq/fields.properties")) {
                lines.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return lines;
        }
    }
}
