package dev.parley.faq.search;

import java.util.Locale;

/** Whether a match is good enough to answer from; the better comes first. */
public enum Verdict {
    /** The visitor asks what the entry answers. */
    ANSWER,
    /** The nearest there is, below the shop's score floor: say so and offer a person. */
    WEAK,
    /** It speaks of something else altogether: no use even to a model that could tell. */
    FAR;

    /** As an answer's evidence says it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
