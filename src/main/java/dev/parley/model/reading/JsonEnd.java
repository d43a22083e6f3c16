package dev.parley.model.reading;

/** Finds the end of a JSON object incrementally, without parsing it. */
final class JsonEnd {
    private int depth;
    private boolean begun;
    private boolean inText;
    private boolean escaped;
    private boolean reached;

    void read(String piece) {
        for (int i = 0; i < piece.length() && !reached; i++) {
            read(piece.charAt(i));
        }
    }

    private void read(char c) {
        if (inText) {
            inText = escaped || c != '"';
            escaped = !escaped && c == '\\';
            return;
        }
        switch (c) {
            case '"' -> inText = true;
            case '{', '[' -> {
                begun = true;
                depth++;
            }
            case '}', ']' -> {
                depth--;
                reached = begun && depth <= 0;
            }
            default -> {
                // Inside a string.
            }
        }
    }

    boolean isReached() {
        return reached;
    }
}
