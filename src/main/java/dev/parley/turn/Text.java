package dev.parley.turn;

import org.jspecify.annotations.Nullable;

/** An immutable text with constant-time append. */
record Text(@Nullable Text before, String piece, int length) {
    static final Text EMPTY = new Text(null, "", 0);

    Text plus(String more) {
        return more.isEmpty() ? this : new Text(this, more, length + more.length());
    }

    boolean isEmpty() {
        return length == 0;
    }

    @Override
    public String toString() {
        StringBuilder backwards = new StringBuilder(length);
        for (Text at = this; at != null; at = at.before) {
            backwards.append(new StringBuilder(at.piece).reverse());
        }
        return backwards.reverse().toString();
    }
}
