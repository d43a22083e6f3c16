package dev.parley.understanding;

/** A phrase found among a message's tokens, {@code to} not included. */
record Span(int from, int to, Phrase phrase) {
    boolean says(Sense sense) {
        return phrase.says(sense);
    }

    /** No word of those that speak of a wish. */
    boolean isSomethingElse() {
        return isUnknown() || phrase.isPlain();
    }

    boolean isUnknown() {
        return phrase == Phrase.UNKNOWN;
    }
}
