package dev.parley.faq.search;

import dev.parley.faq.FaqEntry;

/** An entry that may answer a question; {@code score}, 0 to 1, orders matches and {@code verdict} says whether to trust this one. */
public record FaqMatch(FaqEntry entry, double score, Verdict verdict, Signals signals) {
    /**
     * What speaks for the entry, each from 0 to 1.
     *
     * @param cosine of the nearest wording; 0 where no sentence model read both
     * @param words BM25 over what an entry with all words of the question could reach
     * @param coverage share of the question's words, by rarity, that the entry's wordings have
     * @param lead of its score over the next entry's; 0 for all but the first of a language
     * @param known as {@code coverage}, with the words of the answer's text: what it says nothing of is not what the question is about
     * @param verbatim whether the question is one of its wordings, but for case and punctuation
     */
    public record Signals(double cosine, double words, double coverage, double known, double lead, boolean verbatim) {}

    /** The same entry, judged otherwise: by what was said before, say. */
    public FaqMatch judged(Verdict other) {
        return new FaqMatch(entry, score, other, signals);
    }
}
