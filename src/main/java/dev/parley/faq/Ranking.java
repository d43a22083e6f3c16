package dev.parley.faq;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.parley.faq.IndexedEntry.Meaning;
import dev.parley.faq.Scoring.Evidence;

/** Orders a tenant's entries by how well they fit a question. */
final class Ranking {
    /**
     * So many entries, those with the nearest middle, are compared wording by wording, beside all that share words with the question. In
     * a store with no more than that the result is exact; in one of 10,000 this is five times quicker.
     */
    private static final int COMPARED = 256;

    record Ranked(IndexedEntry entry, double best, double score) {}

    private Ranking() {}

    static List<Ranked> of(Vector question, WordHits hits, List<IndexedEntry> entries, int limit) {
        float[] middles = new float[entries.size()];
        for (int i = 0; i < middles.length; i++) {
            Meaning meaning = entries.get(i).meaning();
            middles[i] = meaning == null ? 0 : Math.max(0, meaning.middle().cosine(question));
        }
        float bar = bar(middles);
        return IntStream.range(0, middles.length)
                .filter(i -> middles[i] >= bar || hits.scores().containsKey(entries.get(i).key()))
                .mapToObj(i -> rank(question, hits, entries.get(i), middles[i]))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed()
                        .thenComparing(ranked -> ranked.entry().entry().id()))
                .limit(limit).toList();
    }

    private static Ranked rank(Vector question, WordHits hits, IndexedEntry entry, double middle) {
        double words = hits.score(entry.key());
        Meaning meaning = entry.meaning();
        if (meaning == null) {
            return new Ranked(entry, 0, new Evidence(0, 0, 0, words).score());
        }
        double best = Math.max(0, meaning.best(question));
        double answer = Math.max(0, meaning.answer().cosine(question));
        return new Ranked(entry, best, new Evidence(best, middle, answer, words).score());
    }

    private static float bar(float[] middles) {
        if (middles.length <= COMPARED) {
            return 0;
        }
        float[] sorted = middles.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - COMPARED];
    }
}
