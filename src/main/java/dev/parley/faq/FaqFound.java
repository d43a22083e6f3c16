package dev.parley.faq;

import java.util.List;

import dev.parley.faq.search.Correction;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.Verdict;

/**
 * What a search brought, best first.
 *
 * @param searchedFor the question, with its typing errors mended where that found more
 * @param corrections what was mended in it
 * @param read whether the entries and the question could be compared at all; not so where they are in languages that no model here reads
 *            both of, and have no words in common
 */
public record FaqFound(List<FaqMatch> matches, String searchedFor, List<Correction> corrections, boolean read) {
    static final FaqFound NOTHING = new FaqFound(List.of(), "", List.of(), false);

    /** Whether the question was understood, and has nothing to do with any entry. */
    public boolean isFar() {
        return read && matches.stream().allMatch(match -> match.verdict() == Verdict.FAR);
    }
}
