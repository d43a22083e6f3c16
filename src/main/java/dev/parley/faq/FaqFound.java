package dev.parley.faq;

import java.util.List;

import dev.parley.faq.search.Correction;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.Verdict;

/**
 * The result of a search, best match first. {@code searchedFor} has typing errors corrected if that found more.
 * {@code read} is false if entries and question have no words in common and no model here reads both languages.
 */
public record FaqFound(List<FaqMatch> matches, String searchedFor, List<Correction> corrections, boolean read) {
    static final FaqFound NOTHING = new FaqFound(List.of(), "", List.of(), false);

    /** True if the question was understood but no entry is about it. */
    public boolean isFar() {
        return read && matches.stream().allMatch(match -> match.verdict() == Verdict.FAR);
    }
}
