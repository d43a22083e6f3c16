package dev.parley.prompt;

/** The tokens that are still free while a prompt is filled. */
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

    /** Takes {@code tokens} if they are free, and says whether they were. */
    boolean take(int tokens) {
        if (tokens > left) {
            return false;
        }
        left -= tokens;
        return true;
    }
}
