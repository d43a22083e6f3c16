package dev.parley.faq.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Tokenizes a text by the rules of its language. A product code stays one word in any language. */
public final class Words {
    private Words() {}

    static Set<String> of(String text, String language) {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = Analyzers.of(language).tokenStream("text", text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** A word with its position in the text. {@code word} is the stem. */
    record Spoken(String word, int from, int to) {}

    static List<Spoken> spoken(String text, String language) {
        List<Spoken> spoken = new ArrayList<>();
        try (TokenStream tokens = Analyzers.of(language).tokenStream("text", text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                spoken.add(new Spoken(word.toString(), place.startOffset(), place.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return spoken;
    }

    /** Normalizes case, width, punctuation and spaces: texts with equal results are the same question. */
    public static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(Words::isSpoken).forEach(bare::appendCodePoint);
        return bare.isEmpty() ? text.strip() : bare.toString();
    }

    /** Vowel signs of Indian languages and Thai are combining marks. */
    private static boolean isSpoken(int c) {
        return Character.isLetterOrDigit(c) || switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.CURRENCY_SYMBOL -> true;
            default -> false;
        };
    }
}
