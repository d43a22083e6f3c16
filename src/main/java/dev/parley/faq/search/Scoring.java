package dev.parley.faq.search;

/**
 * How words and meaning become one score, and when a match is good enough. The weights were measured ({@code src/docs/retrieval.md}):
 * reciprocal rank fusion of equals costs five points against meaning alone, and BM25 divided by the best hit's, instead of by what a
 * perfect hit would have, costs as many in a store whose entries have few wordings.
 */
final class Scoring {
    private static final double WORDS = 0.15;
    /** An answer speaks of more than its question does: it decides between entries whose wordings are equally near. */
    private static final double ANSWER = 0.1;

    private Scoring() {}

    /**
     * What is known of an entry against a question, each from 0 to 1.
     *
     * @param best cosine of the nearest wording
     * @param middle cosine of the wordings' mean
     * @param answer cosine of the answer's text
     * @param words BM25 over what an entry with all words of the question could reach
     */
    record Evidence(double best, double middle, double answer, double words) {
        double score() {
            double question = (best + middle) / 2;
            double meaning = (1 - ANSWER) * question + ANSWER * answer;
            return Math.clamp((1 - WORDS) * meaning + WORDS * words, 0, 1);
        }
    }

    /** Below this it is another subject; nothing that is meant lies so far below the floor. */
    private static final double FAR = 0.06;
    /** An entry that has so much of the question's rare words is never far. */
    private static final double SHARED = 0.5;

    static boolean isFar(double best, double coverage, ScoreFloor floor) {
        return best < floor.cosine() - FAR && coverage < SHARED;
    }

    /** How much it counts that the question's unknown words pull it away, and from where on; another word for the same thing pulls less. */
    private static final double PULL = 2;
    private static final double USUAL_PULL = 0.02;

    /**
     * Whether a match is one only for what the question has beside its unknown words.
     *
     * @param best cosine of the nearest wording with the question
     * @param without the same without those words
     */
    static boolean isPulledAway(double best, double without, ScoreFloor floor) {
        double pull = without - best - USUAL_PULL;
        return pull > 0 && best - PULL * pull < floor.cosine();
    }

    /**
     * The second check of a match in a store that has shown what is usual there: cosine alone lets six in ten near misses pass. The weights
     * are those of a logistic regression that tells right matches from near misses, rounded.
     */
    static double confidence(StoreMeasure.Standing standing) {
        return 0.4 * standing.specific() + 0.8 * (standing.middle() + standing.tightness() + standing.lead())
                + 0.2 * standing.wordLead();
    }

    /**
     * The second check in a store with too few wordings. An entry that leaves the next one behind, and that has the rare words of the
     * question, is more likely to be meant.
     *
     * @param lead by which its score is above the next entry's; 0 for every entry but the first
     */
    static double confidence(double best, double lead, double coverage) {
        return best + 0.5 * Math.min(lead, 0.2) + 0.1 * coverage;
    }
}
