package dev.parley.faq;

/** How a file holds entries. */
public enum FaqFormat {
    /** With a header; lists are separated by `|` or a line break. */
    CSV,
    /** An array of objects. */
    JSON,
    /** An object on each line. */
    JSONL
}
