package dev.parley.model;

/** What a body is, as its first byte that means something tells. */
enum BodyShape {
    UNKNOWN, STREAM, REPLY, HTML;

    /**
     * What was found, and where.
     *
     * @param from the first byte that means something
     */
    record Found(BodyShape shape, int from) {}

    static Found in(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            switch (bytes[i]) {
                case ' ', '\t', '\r', '\n', (byte) 0xef, (byte) 0xbb, (byte) 0xbf -> {
                    // White space and the byte order mark mean nothing in any shape.
                }
                case '{' -> {
                    return new Found(REPLY, i);
                }
                case '<' -> {
                    return new Found(HTML, i);
                }
                default -> {
                    return new Found(STREAM, i);
                }
            }
        }
        return new Found(UNKNOWN, bytes.length);
    }
}
