package dev.parley.faq;

import java.util.List;

/**
 * From where on a match counts as an answer. It differs from store to store, so each store's own wordings tell it: {@link Calibration}.
 *
 * @param cosine least cosine of the nearest wording
 * @param confidence least {@link Scoring#confidence}
 */
record ScoreFloor(double cosine, double confidence) {
    /** For a store with too few wordings to learn from. */
    static final ScoreFloor DEFAULT = new ScoreFloor(0.75, 0.82);
    private static final int ENOUGH = 20;
    /** Wordings that a shop thought up are more alike than what visitors type, so that learning from them alone sets the floor too low. */
    private static final double LEAST_CONFIDENCE = 0.81;
    /** One in twenty right answers is given up. */
    private static final double GIVEN_UP = 0.05;

    /** Of wordings that their own entry's other wordings did find: what a right match looks like here. */
    static ScoreFloor of(List<Sample> right) {
        if (right.size() < ENOUGH) {
            return DEFAULT;
        }
        double cosine = quantile(right.stream().mapToDouble(Sample::best).sorted().toArray());
        double confidence = quantile(right.stream().mapToDouble(Sample::confidence).sorted().toArray());
        return new ScoreFloor(Math.clamp(cosine, 0.68, 0.85), Math.clamp(confidence, LEAST_CONFIDENCE, 0.95));
    }

    record Sample(double best, double confidence) {}

    Verdict judge(double best, double confidenceOfMatch) {
        return best >= cosine && confidenceOfMatch >= confidence ? Verdict.ANSWER : Verdict.WEAK;
    }

    private static double quantile(double[] sorted) {
        return sorted[(int) (sorted.length * GIVEN_UP)];
    }
}
