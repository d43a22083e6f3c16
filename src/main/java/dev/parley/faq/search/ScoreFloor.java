package dev.parley.faq.search;

import java.util.List;

/**
 * The least cosine of the nearest wording, and the least {@link AnswerThreshold#confidence}, of an answer. They differ
 * by store and are learned from its own wordings; see {@link Calibration}.
 */
public record ScoreFloor(double cosine, double confidence) {
    /**
     * The range of a model's floors. A shop's own wordings are more alike than what visitors type, so floors learned
     * from them alone would be too low. {@code usual} is for a store with too few wordings, whose confidence has
     * another scale.
     */
    public record Bounds(ScoreFloor usual, ScoreFloor least, ScoreFloor most) {
        /** Measured with the local models; see {@code src/docs/retrieval.md}. */
        public static final Bounds HERE = new Bounds(new ScoreFloor(0.75, 0.82), new ScoreFloor(0.71, 0.735),
                new ScoreFloor(0.85, 1.20));
        /** Cosines of other models can lie anywhere, so the store's own wordings decide almost alone. */
        public static final Bounds ELSEWHERE = new Bounds(new ScoreFloor(0.50, 0.57), new ScoreFloor(0.30, 0.30),
                new ScoreFloor(0.90, 1.50));
    }

    private static final int ENOUGH = 20;
    /** Share of right answers lost to the first check, which only keeps out foreign subjects. */
    private static final double GIVEN_UP_FIRST = 0.05;
    /** Share of right answers lost to refuse near misses. */
    private static final double GIVEN_UP = 0.06;

    static boolean isLearnable(List<Sample> right) {
        return right.size() >= ENOUGH;
    }

    /** @param right samples that found their own entry */
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
