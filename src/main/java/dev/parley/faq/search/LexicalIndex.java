package dev.parley.faq.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.parley.faq.FaqEntry;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's in-memory lexical index: BM25 over all wordings of an entry, with one field per language. Call
 * {@link #refresh} to see changes. Vectors are kept elsewhere: up to tens of thousands of entries, comparing with all
 * of them is exact and takes about a millisecond, without a graph to build.
 */
final class LexicalIndex implements AutoCloseable {
    private static final String KEY = "_key";
    /** Field with a whole wording, without case and punctuation. */
    private static final String WHOLE = "_whole";
    /** Field with all words as written, in any language: candidates for corrections. */
    private static final String WRITTEN = "_written";
    /** Entries beyond these gain too little from words to reach the top. */
    private static final int HITS = 300;

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile @Nullable ShopWords shopWords;
    private volatile @Nullable WordCounts wordCounts;

    LexicalIndex() {
        try {
            writer = new IndexWriter(inArrays(), new IndexWriterConfig(Analyzers.byField(WRITTEN)));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each search opens dozens of positions, which cost an object in an array, but many in buffers. */
    private static ByteBuffersDirectory inArrays() {
        return new ByteBuffersDirectory(new SingleInstanceLockFactory(), ByteBuffersDataOutput::new,
                ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
    }

    void put(long key, String language, FaqEntry entry) {
        Document document = new Document();
        document.add(new StringField(KEY, Long.toString(key), Field.Store.NO));
        document.add(new NumericDocValuesField(KEY, key));
        for (String wording : entry.wordings()) {
            document.add(new TextField(language, wording, Field.Store.NO));
            document.add(new TextField(WRITTEN, wording, Field.Store.NO));
            document.add(new StringField(WHOLE, Words.bare(wording), Field.Store.NO));
        }
        document.add(new TextField(WRITTEN, entry.answer(), Field.Store.NO));
        entry.products().forEach(product -> document.add(new TextField(WRITTEN, product, Field.Store.NO)));
        entry.tags().forEach(tag -> document.add(new TextField(WRITTEN, tag, Field.Store.NO)));
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

    WordHits find(String text, String language) {
        Set<String> words = Words.of(text, language);
        return read(searcher -> find(words, language, searcher));
    }

    private WordHits find(Set<String> words, String language, IndexSearcher searcher) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Map<String, Double> rarity = new HashMap<>();
        for (String word : words.stream().limit(IndexSearcher.getMaxClauseCount()).toList()) {
            rarity.put(word, rarity(word, language, searcher.getIndexReader()));
            query.add(new TermQuery(new Term(language, word)), BooleanClause.Occur.SHOULD);
        }
        // BM25 of a word never reaches its rarity, so the sum of rarities is an upper bound.
        double ceiling = rarity.values().stream().mapToDouble(Double::doubleValue).sum();
        return new WordHits(scores(query.build(), HITS, ceiling, searcher), rarity);
    }

    private double rarity(String word, String language, IndexReader reader) throws IOException {
        int entries = Math.max(1, reader.getDocCount(language));
        int holders = countsOf(reader).of(language, word);
        return Math.log(1 + (entries - holders + 0.5) / (holders + 0.5));
    }

    Map<String, Double> rarity(Set<String> words, String language) {
        return read(searcher -> {
            Map<String, Double> rarity = HashMap.newHashMap(words.size());
            for (String word : words) {
                rarity.put(word, rarity(word, language, searcher.getIndexReader()));
            }
            return rarity;
        });
    }

    /** Keys of entries, in any language, that have the text word for word. */
    Set<Long> verbatim(String text) {
        Query whole = new TermQuery(new Term(WHOLE, Words.bare(text)));
        return read(searcher -> scores(whole, HITS, 1, searcher)).keySet();
    }

    boolean has(String stem, String language) {
        return read(searcher -> countsOf(searcher.getIndexReader()).of(language, stem)) > 0;
    }

    /** @param word in lower case */
    boolean hasWritten(String word) {
        return read(searcher -> countsOf(searcher.getIndexReader()).of(WRITTEN, word)) > 0;
    }

    Optional<String> nearest(String word, int slips) {
        return read(searcher -> {
            ShopWords known = shopWords;
            if (known == null || !known.areOf(searcher.getIndexReader())) {
                known = new ShopWords(searcher.getIndexReader(), WRITTEN);
                shopWords = known;
            }
            return known.nearest(word, slips);
        });
    }

    private WordCounts countsOf(IndexReader reader) {
        WordCounts known = wordCounts;
        if (known == null || !known.areOf(reader)) {
            known = new WordCounts(reader);
            wordCounts = known;
        }
        return known;
    }

    private static Map<Long, Double> scores(Query query, int most, double ceiling, IndexSearcher searcher)
            throws IOException {
        ScoreDoc[] best = searcher.search(query, most).scoreDocs;
        Map<Long, Double> scores = HashMap.newHashMap(best.length);
        for (ScoreDoc hit : best) {
            scores.put(key(searcher, hit.doc), Math.min(1, hit.score / ceiling));
        }
        return scores;
    }

    private interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.read(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
