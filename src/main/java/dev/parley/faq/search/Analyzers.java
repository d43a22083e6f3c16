package dev.parley.faq.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** An analyzer per language, created on first use: some dictionaries take tens of megabytes. */
final class Analyzers {
    private static final Map<String, Supplier<Analyzer>> OF_LANGUAGE = Map.ofEntries(
            Map.entry("ar", ArabicAnalyzer::new), Map.entry("bg", BulgarianAnalyzer::new),
            Map.entry("bn", BengaliAnalyzer::new), Map.entry("ca", CatalanAnalyzer::new),
            Map.entry("cs", CzechAnalyzer::new), Map.entry("da", DanishAnalyzer::new),
            Map.entry("de", GermanAnalyzer::new), Map.entry("el", GreekAnalyzer::new),
            Map.entry("en", EnglishAnalyzer::new), Map.entry("es", SpanishAnalyzer::new),
            Map.entry("et", EstonianAnalyzer::new), Map.entry("eu", BasqueAnalyzer::new),
            Map.entry("fa", PersianAnalyzer::new), Map.entry("fi", FinnishAnalyzer::new),
            Map.entry("fr", FrenchAnalyzer::new), Map.entry("ga", IrishAnalyzer::new),
            Map.entry("gl", GalicianAnalyzer::new), Map.entry("hi", HindiAnalyzer::new),
            Map.entry("hu", HungarianAnalyzer::new), Map.entry("hy", ArmenianAnalyzer::new),
            Map.entry("id", IndonesianAnalyzer::new), Map.entry("it", ItalianAnalyzer::new),
            Map.entry("ja", JapaneseAnalyzer::new), Map.entry("ko", KoreanAnalyzer::new),
            Map.entry("lt", LithuanianAnalyzer::new), Map.entry("lv", LatvianAnalyzer::new),
            Map.entry("ne", NepaliAnalyzer::new), Map.entry("nl", DutchAnalyzer::new),
            Map.entry("no", NorwegianAnalyzer::new), Map.entry("nb", NorwegianAnalyzer::new),
            Map.entry("nn", NorwegianAnalyzer::new), Map.entry("pl", PolishAnalyzer::new),
            Map.entry("pt", PortugueseAnalyzer::new), Map.entry("ro", RomanianAnalyzer::new),
            Map.entry("ru", RussianAnalyzer::new), Map.entry("sr", SerbianAnalyzer::new),
            Map.entry("sv", SwedishAnalyzer::new), Map.entry("ta", TamilAnalyzer::new),
            Map.entry("te", TeluguAnalyzer::new), Map.entry("tr", TurkishAnalyzer::new),
            Map.entry("zh", SmartChineseAnalyzer::new));
    private static final Analyzer AS_WRITTEN = new StandardAnalyzer();
    private static final Map<String, Analyzer> MADE = new ConcurrentHashMap<>();

    private Analyzers() {}

    static Analyzer of(String language) {
        return MADE.computeIfAbsent(language, fresh -> OF_LANGUAGE.getOrDefault(fresh, AnyLanguage::new).get());
    }

    /** For an index with one field per language, and one field for words as written. */
    static Analyzer byField(String written) {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return field.equals(written) ? AS_WRITTEN : of(field);
            }
        };
    }

    /** Unicode word boundaries, with a dictionary for Thai, Lao, Khmer and Burmese; no stemming. */
    private static final class AnyLanguage extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new ICUTokenizer();
            return new TokenStreamComponents(words, new ICUFoldingFilter(words));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream text) {
            return new ICUFoldingFilter(text);
        }
    }
}
