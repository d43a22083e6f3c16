package dev.parley.prompt;

final class FreeTokens {
    private final int size;
    private int left;

    FreeTokens(int size) {
        this.size = size;
        this.left = size;
    }

    int left() {
        return left;
    }

    int taken() {
        return size - left;
    }

    /** False, without taking any, if fewer are free. */
    boolean take(int tokens) {
        if (tokens > left) {
            return false;
        }
        left -= tokens;
        return true;
    }
}
