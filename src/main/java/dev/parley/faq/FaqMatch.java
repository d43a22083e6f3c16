package dev.parley.faq;

/** An entry that may answer a question; {@code score}, 0 to 1, orders matches and {@code verdict} says whether to trust this one. */
public record FaqMatch(FaqEntry entry, double score, Verdict verdict) {}
