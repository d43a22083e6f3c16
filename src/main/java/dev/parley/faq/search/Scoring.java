package dev.parley.faq.search;

/**
 * Combines words and meaning into one score. The weights are measured ({@code src/docs/retrieval.md}): reciprocal rank
 * fusion costs five points against meaning alone; dividing BM25 by the best hit instead of the ideal one costs as much
 * in stores with few wordings per entry.
 */
final class Scoring {
    private static final double WORDS = 0.15;
    /** Low, because an answer covers more than its question: it decides between entries with equally close wordings. */
    private static final double ANSWER = 0.1;

    private Scoring() {}

    /**
     * Evidence for an entry, each 0 to 1.
     *
     * @param best cosine of the nearest wording
     * @param middle cosine of the mean vector
     * @param answer cosine of the answer's text
     * @param words BM25 relative to an entry that has all words of the question
     */
    record Evidence(double best, double middle, double answer, double words) {
        double score() {
            double question = (best + middle) / 2;
            double meaning = (1 - ANSWER) * question + ANSWER * answer;
            return Math.clamp((1 - WORDS) * meaning + WORDS * words, 0, 1);
        }
    }

    /** This far below the floor, the entry is about another subject. */
    private static final double FAR = 0.06;
    /** An entry with this share of the question's rare words is never far. */
    private static final double SHARED = 0.5;

    static boolean isFar(double best, double coverage, ScoreFloor floor) {
        return best < floor.cosine() - FAR && coverage < SHARED;
    }

    /** Weight and threshold of the pull of unknown words. A synonym pulls less. */
    private static final double PULL = 2;
    private static final double USUAL_PULL = 0.02;

    /**
     * True if the match depends on the part of the question without its unknown words.
     *
     * @param best cosine of the nearest wording with the question
     * @param without the same without the unknown words
     */
    static boolean isPulledAway(double best, double without, ScoreFloor floor) {
        double pull = without - best - USUAL_PULL;
        return pull > 0 && best - PULL * pull < floor.cosine();
    }

    /** For calibrated stores: cosine alone passes 6 of 10 near misses. Rounded weights of a logistic regression. */
    static double confidence(StoreMeasure.Standing standing) {
        return 0.4 * standing.specific() + 0.8 * (standing.middle() + standing.tightness() + standing.lead())
                + 0.2 * standing.wordLead();
    }

    /** For stores with too few wordings: a lead over the next entry and the question's rare words help. */
    static double confidence(double best, double lead, double coverage) {
        return best + 0.5 * Math.min(lead, 0.2) + 0.1 * coverage;
    }
}
