package dev.parley.faq;

/** Whether a match is good enough to answer from. */
public enum Verdict {
    /** The visitor asks what the entry answers. */
    ANSWER,
    /** The nearest there is, below the shop's score floor: say so and offer a person. */
    WEAK
}
