package dev.parley.faq;

import java.util.List;

import dev.parley.faq.search.Correction;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.Verdict;

/**
 * The result of a search, best match first.
 *
 * @param searchedFor the question, with typing errors corrected if that found more
 * @param corrections the corrections made
 * @param read false if entries and question could not be compared: no model here reads both languages, and they share
 * no words
 */
public record FaqFound(List<FaqMatch> matches, String searchedFor, List<Correction> corrections, boolean read) {
    static final FaqFound NOTHING = new FaqFound(List.of(), "", List.of(), false);

    /** True if the question was understood but no entry is about it. */
    public boolean isFar() {
        return read && matches.stream().allMatch(match -> match.verdict() == Verdict.FAR);
    }
}
