package dev.parley.faq.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.parley.embedding.Vector;
import dev.parley.faq.search.IndexedEntry.Meaning;
import dev.parley.faq.search.Ranking.Ranked;

/** What texts of a language have in common and how alike an entry's wordings are: tells an entry from a neighbour. */
final class StoreMeasure {
    /** Number of rivals that a lead is averaged over: the runner-up alone is often the same subject in other words. */
    static final int RIVALS = 5;
    /** One wording may be close by chance, three hardly. */
    private static final int NEAREST = 3;

    private final StoreMean common;
    private final Map<Long, Double> alike;
    private final double usuallyAlike;

    private StoreMeasure(StoreMean common, Map<Long, Double> alike) {
        this.common = common;
        this.alike = alike;
        this.usuallyAlike = alike.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** @param entries with their meaning; at least one has several wordings */
    static StoreMeasure of(List<IndexedEntry> entries) {
        Map<Long, Double> alike = new HashMap<>();
        List<Vector> middles = new ArrayList<>();
        for (IndexedEntry entry : entries) {
            Meaning meaning = entry.meaning();
            if (meaning != null) {
                middles.add(meaning.middle());
                if (meaning.wordings().size() > 1) {
                    alike.put(entry.key(), alike(meaning.wordings()));
                }
            }
        }
        return new StoreMeasure(StoreMean.of(middles), alike);
    }

    /** Mean cosine of each wording with its nearest sibling. */
    private static double alike(List<Vector> wordings) {
        double[] nearest = new double[wordings.size()];
        for (int i = 0; i < nearest.length; i++) {
            for (int j = 0; j < i; j++) {
                double cosine = wordings.get(i).cosine(wordings.get(j));
                nearest[i] = Math.max(nearest[i], cosine);
                nearest[j] = Math.max(nearest[j], cosine);
            }
        }
        return Arrays.stream(nearest).average().orElseThrow();
    }

    /** {@code ranked} has a few more than {@link #RIVALS}; {@code place} is the index of the one to judge. */
    StoreFigures of(Vector question, WordHits hits, List<Ranked> ranked, int place) {
        Ranked match = ranked.get(place);
        List<Ranked> rivals = IntStream.range(0, ranked.size()).filter(other -> other != place).limit(RIVALS)
                .mapToObj(ranked::get).toList();
        double score = rivals.stream().mapToDouble(Ranked::score).average().orElse(0);
        double words = rivals.stream().mapToDouble(rival -> hits.score(rival.entry().key())).max().orElse(0);
        Meaning meaning = match.entry().meaning();
        return meaning == null
                ? StoreFigures.NONE
                : new StoreFigures(specific(question, meaning), meaning.middle().cosine(question),
                        match.best() - alike.getOrDefault(match.entry().key(), usuallyAlike), match.score() - score,
                        hits.score(match.entry().key()) - words);
    }

    /** Mean cosine of the nearest wordings after removing the store's mean. */
    private double specific(Vector question, Meaning meaning) {
        double inCommon = common.in(question);
        double[] cosines = meaning.wordings().stream()
                .mapToDouble(wording -> common.cosineOfRests(question, inCommon, wording)).sorted().toArray();
        return Arrays.stream(cosines, Math.max(0, cosines.length - NEAREST), cosines.length).average().orElse(0);
    }

    /**
     * Evidence beside the score.
     *
     * @param specific cosine of the nearest wordings after removing the store's mean
     * @param middle cosine of the mean vector
     * @param tightness how much closer the question is to its nearest wording than the wordings are to each other
     * @param lead of its score over the mean of its rivals
     * @param wordLead of its BM25 score over the best of its rivals
     */
    record StoreFigures(double specific, double middle, double tightness, double lead, double wordLead) {
        static final StoreFigures NONE = new StoreFigures(0, 0, 0, 0, 0);
    }
}
