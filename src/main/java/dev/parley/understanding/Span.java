package dev.parley.understanding;

/** A phrase in a message's tokens; {@code to} is exclusive. */
record Span(int from, int to, Phrase phrase) {
    boolean says(Sense sense) {
        return phrase.says(sense);
    }

    boolean isSomethingElse() {
        return isUnknown() || phrase.isPlain();
    }

    boolean isUnknown() {
        return phrase == Phrase.UNKNOWN;
    }
}
