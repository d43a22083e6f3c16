package dev.parley.faq.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** In how many entries words occur, kept for one state of the index: the same words are asked for again and again. */
final class WordCounts {
    private static final int MAX_KEPT = 4_096;

    private final IndexReader reader;
    private final Map<Term, Integer> kept = new ConcurrentHashMap<>();

    WordCounts(IndexReader reader) {
        this.reader = reader;
    }

    boolean areOf(IndexReader other) {
        return reader.equals(other);
    }

    int of(String field, String word) throws IOException {
        Term term = new Term(field, word);
        Integer known = kept.get(term);
        if (known != null) {
            return known;
        }
        int count = reader.docFreq(term);
        if (kept.size() >= MAX_KEPT) {
            kept.clear();
        }
        kept.put(term, count);
        return count;
    }
}
