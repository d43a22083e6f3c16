package dev.parley.faq.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.parley.faq.search.Ranking.Ranked;

/** Ranks entries by words alone: in languages that no local model reads, and before texts are embedded. */
public final class WordRanking {
    public static final double FLOOR = 0.5;
    private static final double FAR = 0.15;
    /** Entries with the best BM25 that are compared wording by wording. */
    private static final int COMPARED = 16;

    private WordRanking() {}

    static Verdict judge(double score) {
        return score >= FLOOR ? Verdict.ANSWER : score >= FAR ? Verdict.WEAK : Verdict.FAR;
    }

    static List<Ranked> of(WordHits hits, LanguageEntries languageEntries, LexicalIndex words,
            Predicate<IndexedEntry> wanted, int limit) {
        List<IndexedEntry> compared = languageEntries.entries().stream()
                .filter(entry -> hits.scores().containsKey(entry.key()) && wanted.test(entry))
                .sorted(Comparator.comparingDouble((IndexedEntry entry) -> hits.score(entry.key())).reversed()
                        .thenComparing(entry -> entry.entry().id()))
                .limit(COMPARED).toList();
        Set<String> all = new HashSet<>();
        compared.forEach(entry -> all.addAll(entry.words()));
        Map<String, Double> rarity = compared.isEmpty()
                ? Map.of()
                : words.rarity(all, compared.getFirst().language());
        return compared.stream().map(entry -> new Ranked(entry, 0, score(hits, entry, rarity)))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed()
                        .thenComparing(ranked -> ranked.entry().entry().id()))
                .limit(limit).toList();
    }

    /** The mean of how much of the question the entry covers, and its overlap with the nearest wording. */
    private static double score(WordHits hits, IndexedEntry entry, Map<String, Double> rarity) {
        double asked = sum(hits.rarity(), hits.rarity().keySet());
        double closest = 0;
        for (Set<String> wording : entry.cutWords().byWording()) {
            Set<String> common = new HashSet<>(wording);
            common.retainAll(hits.rarity().keySet());
            double both = asked + sum(rarity, wording);
            closest = Math.max(closest, both == 0 ? 0 : 2 * sum(rarity, common) / both);
        }
        return (hits.coverage(entry.words()) + closest) / 2;
    }

    private static double sum(Map<String, Double> rarity, Set<String> words) {
        return words.stream().mapToDouble(word -> rarity.getOrDefault(word, 0.0)).sum();
    }
}
