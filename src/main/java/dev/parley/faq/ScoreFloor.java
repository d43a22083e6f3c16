package dev.parley.faq;

import java.util.List;

/**
 * From where on a match counts as an answer. It differs from store to store, so each store's own wordings tell it: {@link Calibration}.
 *
 * @param cosine least cosine of the nearest wording
 * @param confidence least {@link Scoring#confidence}
 */
public record ScoreFloor(double cosine, double confidence) {
    /**
     * Between what a sentence model's floors lie. Wordings that a shop thought up are more alike than what visitors type, so that learning
     * from them alone sets the floor too low.
     *
     * @param usual for a store with too few wordings to learn from
     */
    record Bounds(ScoreFloor usual, ScoreFloor least, ScoreFloor most) {
        /** Measured with the models in this process, see {@code src/docs/retrieval.md}. */
        static final Bounds HERE = new Bounds(new ScoreFloor(0.75, 0.82), new ScoreFloor(0.68, 0.81),
                new ScoreFloor(0.85, 0.95));
        /** Other models' cosines lie anywhere: what the store's own wordings tell counts for nearly all. */
        static final Bounds ELSEWHERE = new Bounds(new ScoreFloor(0.50, 0.57), new ScoreFloor(0.30, 0.36),
                new ScoreFloor(0.90, 0.97));
    }

    private static final int ENOUGH = 20;
    /** One in twenty right answers is given up. */
    private static final double GIVEN_UP = 0.05;

    /** Of wordings that their own entry's other wordings did find: what a right match looks like here. */
    static ScoreFloor of(List<Sample> right, Bounds bounds) {
        if (right.size() < ENOUGH) {
            return bounds.usual();
        }
        double cosine = quantile(right.stream().mapToDouble(Sample::best).sorted().toArray());
        double confidence = quantile(right.stream().mapToDouble(Sample::confidence).sorted().toArray());
        return new ScoreFloor(Math.clamp(cosine, bounds.least().cosine(), bounds.most().cosine()),
                Math.clamp(confidence, bounds.least().confidence(), bounds.most().confidence()));
    }

    record Sample(double best, double confidence) {}

    Verdict judge(double best, double confidenceOfMatch) {
        return best >= cosine && confidenceOfMatch >= confidence ? Verdict.ANSWER : Verdict.WEAK;
    }

    private static double quantile(double[] sorted) {
        return sorted[(int) (sorted.length * GIVEN_UP)];
    }
}
