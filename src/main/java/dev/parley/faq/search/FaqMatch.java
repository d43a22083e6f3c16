package dev.parley.faq.search;

import dev.parley.faq.FaqEntry;

/** {@code score}: 0 to 1, orders matches; {@code verdict}: tells if this match may be trusted. */
public record FaqMatch(FaqEntry entry, double score, Verdict verdict, Signals signals) {
    /**
     * Evidence for a match, each 0 to 1.
     *
     * @param cosine of the nearest wording; 0 if no sentence model read both
     * @param words BM25 relative to an entry that has all words of the question
     * @param coverage share of the question's words, weighted by rarity, in the entry's wordings
     * @param lead of its score over the next entry's; 0 except for the first of a language
     * @param known like {@code coverage}, with the answer's words
     * @param verbatim the question equals a wording, ignoring case and punctuation
     */
    public record Signals(double cosine, double words, double coverage, double known, double lead, boolean verbatim) {}

    /** A copy with another verdict, for example one that considers the previous question. */
    public FaqMatch judged(Verdict other) {
        return new FaqMatch(entry, score, other, signals);
    }
}
