package dev.parley.faq.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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
        return share(words::contains);
    }

    /** Like {@link #coverage}, over the entry's wordings and answer. */
    double known(EntryWords entry) {
        Set<String> wordings = entry.all();
        Set<String> answer = entry.ofAnswer();
        return share(word -> wordings.contains(word) || answer.contains(word));
    }

    private double share(Predicate<String> holds) {
        double all = 0;
        double held = 0;
        for (Map.Entry<String, Double> word : rarity.entrySet()) {
            all += word.getValue();
            held += holds.test(word.getKey()) ? word.getValue() : 0;
        }
        return all == 0 ? 0 : held / all;
    }

    WordHits with(long key, double score) {
        Map<Long, Double> changed = new HashMap<>(scores);
        changed.put(key, score);
        return new WordHits(changed, rarity);
    }
}
