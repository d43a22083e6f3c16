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

    /** Cosines of the nearest wording, mean vector and answer, and relative BM25; each 0 to 1. */
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

    /** True if the match depends on the rest of the question: compares cosines with and without its unknown words. */
    static boolean isPulledAway(double best, double without, ScoreFloor floor) {
        double pull = without - best - USUAL_PULL;
        return pull > 0 && best - PULL * pull < floor.cosine();
    }

    /** For calibrated stores: cosine alone passes 6 of 10 near misses. Rounded weights of a logistic regression. */
    static double confidence(StoreMeasure.StoreFigures figures) {
        return 0.4 * figures.specific() + 0.8 * (figures.middle() + figures.tightness() + figures.lead())
                + 0.2 * figures.wordLead();
    }

    /** For stores with too few wordings: a lead over the next entry and the question's rare words help. */
    static double confidence(double best, double lead, double coverage) {
        return best + 0.5 * Math.min(lead, 0.2) + 0.1 * coverage;
    }
}
