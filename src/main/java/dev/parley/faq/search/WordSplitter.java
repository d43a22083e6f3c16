package dev.parley.faq.search;

import java.util.Optional;

import dev.parley.embedding.EnglishWords;
import org.jspecify.annotations.Nullable;

/** Splits words that were typed as one, preferring frequent words. */
final class WordSplitter {
    private static final int SHORTEST = 9;
    private static final int LONGEST = 60;
    private static final int LONGEST_PART = 20;
    /** Rarer English words would fit almost anything. */
    private static final int FREQUENT = 15_000;
    /** The same limit for parts of one or two letters, and of three. */
    private static final int[] FREQUENT_SHORT = {0, 3_000, 3_000, 6_000};
    /** The cost of a word of the shop, whatever its frequency in English. */
    private static final double OWN = Math.log(1_500);
    /** Cost per part: two long words are likelier than four short ones. */
    private static final double PART = 2;

    private WordSplitter() {}

    /** Empty if no split works, or if no part of at least four letters is a word of the shop. */
    static Optional<String> apart(String word, LexicalIndex shop) {
        if (word.length() < SHORTEST || word.length() > LONGEST) {
            return Optional.empty();
        }
        double[] cost = new double[word.length() + 1];
        @Nullable
        String[] best = new @Nullable String[word.length() + 1];
        boolean[] own = new boolean[word.length() + 1];
        best[0] = "";
        for (int to = 1; to <= word.length(); to++) {
            cost[to] = Double.POSITIVE_INFINITY;
            for (int from = Math.max(0, to - LONGEST_PART); from < to; from++) {
                String part = word.substring(from, to);
                String before = best[from];
                double whole = before == null ? Double.POSITIVE_INFINITY : cost[from] + cost(part, shop);
                if (whole < cost[to]) {
                    cost[to] = whole;
                    best[to] = before + " " + part;
                    own[to] = own[from] || (part.length() > 3 && shop.hasWritten(part));
                }
            }
        }
        String parts = best[word.length()];
        return parts == null || !own[word.length()] ? Optional.empty() : Optional.of(parts.strip());
    }

    private static double cost(String part, LexicalIndex shop) {
        int rank = part.length() > 1 || part.equals("a") || part.equals("i") ? EnglishWords.rank(part) : -1;
        if (part.length() > 2 && shop.hasWritten(part)) {
            return PART + (rank < 0 ? OWN : Math.min(OWN, Math.log(rank)));
        }
        int most = part.length() < FREQUENT_SHORT.length ? FREQUENT_SHORT[part.length()] : FREQUENT;
        return rank > 0 && rank < most ? PART + Math.log(rank) : Double.POSITIVE_INFINITY;
    }
}
