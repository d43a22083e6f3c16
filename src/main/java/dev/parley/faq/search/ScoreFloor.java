package dev.parley.faq.search;

import java.util.List;

/**
 * From where on a match counts as an answer. It differs from store to store, so each store's own wordings tell it: {@link Calibration}.
 *
 * @param cosine least cosine of the nearest wording
 * @param confidence least {@link AnswerThreshold#confidence}
 */
public record ScoreFloor(double cosine, double confidence) {
    /**
     * Between what a sentence model's floors lie. Wordings that a shop thought up are more alike than what visitors type, so that learning
     * from them alone sets the floor too low.
     *
     * @param usual for a store with too few wordings to learn from, whose confidence has a scale of its own
     */
    public record Bounds(ScoreFloor usual, ScoreFloor least, ScoreFloor most) {
        /** Measured with the models in this process, see {@code src/docs/retrieval.md}. */
        public static final Bounds HERE = new Bounds(new ScoreFloor(0.75, 0.82), new ScoreFloor(0.71, 0.735),
                new ScoreFloor(0.85, 1.20));
        /** Other models' cosines lie anywhere: what the store's own wordings tell counts for nearly all. */
        public static final Bounds ELSEWHERE = new Bounds(new ScoreFloor(0.50, 0.57), new ScoreFloor(0.30, 0.30),
                new ScoreFloor(0.90, 1.50));
    }

    private static final int ENOUGH = 20;
    /** The second check sees more; the first need only keep out what is foreign. */
    private static final double GIVEN_UP_FIRST = 0.05;
    /** So many right answers are given up to refuse near misses. */
    private static final double GIVEN_UP = 0.06;

    static boolean isLearnable(List<Sample> right) {
        return right.size() >= ENOUGH;
    }

    /** Of wordings that their own entry's other wordings did find: what a right match looks like here. */
    static ScoreFloor of(List<Sample> right, Bounds bounds) {
        double cosine = quantile(right.stream().mapToDouble(Sample::best).sorted().toArray(), GIVEN_UP_FIRST);
        double confidence = quantile(right.stream().mapToDouble(Sample::confidence).sorted().toArray(), GIVEN_UP);
        return new ScoreFloor(Math.clamp(cosine, bounds.least().cosine(), bounds.most().cosine()),
                Math.clamp(confidence, bounds.least().confidence(), bounds.most().confidence()));
    }

    record Sample(double best, double confidence) {}

    Verdict judge(double best, double confidenceOfMatch) {
        return best >= cosine && confidenceOfMatch >= confidence ? Verdict.ANSWER : Verdict.WEAK;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) (sorted.length * share)];
    }
}
