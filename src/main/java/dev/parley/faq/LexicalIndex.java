package dev.parley.faq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * A tenant's entries by their words, in memory: BM25 over all wordings of an entry pooled. Changes are seen after {@link #refresh}.
 * Vectors are not in here: up to tens of thousands of entries comparing with all of them is exact, takes about a millisecond, and
 * there is no graph to build or to merge.
 */
final class LexicalIndex implements AutoCloseable {
    private static final String KEY = "key";
    /** Beyond the best of these the words of an entry add nothing that would move it to the front. */
    private static final int HITS = 300;

    private final IndexWriter writer;
    private final SearcherManager searchers;

    LexicalIndex() {
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(Words.byField()));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds an entry or replaces the one with this key. */
    void put(long key, Language language, Collection<String> wordings) {
        Document document = new Document();
        document.add(new StringField(KEY, Long.toString(key), Field.Store.NO));
        document.add(new NumericDocValuesField(KEY, key));
        for (String wording : wordings) {
            document.add(new TextField(language.name(), wording, Field.Store.NO));
        }
        try {
            writer.updateDocument(new Term(KEY, Long.toString(key)), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(long key) {
        try {
            writer.deleteDocuments(new Term(KEY, Long.toString(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the words of a question say about the entries of a language. */
    WordHits find(String text, Language language) {
        Set<String> words = Words.of(text, language);
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return find(words, language, searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WordHits find(Set<String> words, Language language, IndexSearcher searcher) throws IOException {
        int entries = Math.max(1, searcher.getIndexReader().getDocCount(language.name()));
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Map<String, Double> rarity = new HashMap<>();
        for (String word : words.stream().limit(IndexSearcher.getMaxClauseCount()).toList()) {
            Term term = new Term(language.name(), word);
            int holders = searcher.getIndexReader().docFreq(term);
            rarity.put(word, Math.log(1 + (entries - holders + 0.5) / (holders + 0.5)));
            query.add(new TermQuery(term), BooleanClause.Occur.SHOULD);
        }
        ScoreDoc[] best = searcher.search(query.build(), HITS).scoreDocs;
        // BM25 of a word never reaches its rarity, so that their sum is what an ideal entry could have.
        double ceiling = rarity.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<Long, Double> scores = HashMap.newHashMap(best.length);
        for (ScoreDoc hit : best) {
            scores.put(key(searcher, hit.doc), Math.min(1, hit.score / ceiling));
        }
        return new WordHits(scores, rarity);
    }

    private static long key(IndexSearcher searcher, int document) throws IOException {
        LeafReaderContext leaf = searcher.getLeafContexts()
                .get(ReaderUtil.subIndex(document, searcher.getLeafContexts()));
        NumericDocValues keys = leaf.reader().getNumericDocValues(KEY);
        if (keys == null || !keys.advanceExact(document - leaf.docBase)) {
            throw new IllegalStateException("An indexed entry has no key.");
        }
        return keys.longValue();
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
