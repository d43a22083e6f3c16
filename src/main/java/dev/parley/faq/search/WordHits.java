package dev.parley.faq.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The lexical result. {@code scores} are BM25 by the entry's key relative to an entry that has all words, 0 to 1;
 * {@code rarity} is near 0 for a word in every entry and highest for an unknown one.
 */
record WordHits(Map<Long, Double> scores, Map<String, Double> rarity) {

    double score(long key) {
        return scores.getOrDefault(key, 0.0);
    }

    /** Share of the question's words, weighted by rarity, in {@code words}: 0 to 1. */
    double coverage(Set<String> words) {
        double all = rarity.values().stream().mapToDouble(Double::doubleValue).sum();
        double held = rarity.entrySet().stream().filter(word -> words.contains(word.getKey()))
                .mapToDouble(Map.Entry::getValue).sum();
        return all == 0 ? 0 : held / all;
    }

    /** Like {@link #coverage}, over the entry's wordings and answer. */
    double known(EntryWords entry) {
        Set<String> both = new HashSet<>(entry.all());
        both.addAll(entry.ofAnswer());
        return coverage(both);
    }

    WordHits with(long key, double score) {
        Map<Long, Double> changed = new HashMap<>(scores);
        changed.put(key, score);
        return new WordHits(changed, rarity);
    }
}
