package dev.parley.faq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts a text into words, in the way of its language. A product code stays a word, whatever the language. */
final class Words {
    private Words() {}

    /** Distinct words in their order, reduced to stems. */
    static Set<String> of(String text, Language language) {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer(language).tokenStream("text", text)) {
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

    static Analyzer analyzer(Language language) {
        return switch (language) {
            case LATIN -> English.ANALYZER;
            case HAN -> Chinese.ANALYZER;
        };
    }

    /** For an index with one field for each language, named as the language is. */
    static Analyzer byField() {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return analyzer(Language.valueOf(field));
            }
        };
    }

    /** Loaded at first use only: the Chinese dictionary takes megabytes. */
    private static final class Chinese {
        static final Analyzer ANALYZER = new SmartChineseAnalyzer();
    }

    private static final class English {
        static final Analyzer ANALYZER = new EnglishAnalyzer();
    }
}
