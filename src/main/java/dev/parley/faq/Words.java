package dev.parley.faq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts a text into words, in the way of its language. A product code stays a word, whatever the language. */
final class Words {
    private Words() {}

    /** Distinct words in their order, reduced to stems. */
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

    /** What is left when case, width, punctuation and spaces do not count: two texts with the same are the same question. */
    static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(Words::isSpoken).forEach(bare::appendCodePoint);
        return bare.isEmpty() ? text.strip() : bare.toString();
    }

    /** Vowel signs of Indian languages and Thai are marks. */
    private static boolean isSpoken(int c) {
        return Character.isLetterOrDigit(c) || switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.CURRENCY_SYMBOL -> true;
            default -> false;
        };
    }
}
