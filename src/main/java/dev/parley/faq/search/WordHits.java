package dev.parley.faq.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the words of a question say.
 *
 * @param scores BM25 by the entry's key, over what an entry that has all the words could reach: 0 to 1
 * @param rarity of each word of the question; a word that every entry has counts next to nothing, one that none has counts most
 */
record WordHits(Map<Long, Double> scores, Map<String, Double> rarity) {

    double score(long key) {
        return scores.getOrDefault(key, 0.0);
    }

    /** Which part of the question's words, weighed by rarity, {@code words} holds: 0 to 1. */
    double coverage(Set<String> words) {
        double all = rarity.values().stream().mapToDouble(Double::doubleValue).sum();
        double held = rarity.entrySet().stream().filter(word -> words.contains(word.getKey()))
                .mapToDouble(Map.Entry::getValue).sum();
        return all == 0 ? 0 : held / all;
    }

    /** The same of what the entry's wordings or its answer hold. */
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
