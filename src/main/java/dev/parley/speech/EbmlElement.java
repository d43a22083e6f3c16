package dev.parley.speech;

import java.io.IOException;

/** A WebM element (EBML, RFC 8794). {@code length} is its content's, negative if unknown. */
record EbmlElement(long id, long content, long length) {
    private static final long UNKNOWN = -1;
    private static final int LONGEST_ID = 4;

    static EbmlElement at(AudioBytes bytes, long place) throws IOException {
        int idLength = width(bytes.at(place));
        if (idLength > LONGEST_ID) {
            throw BadAudio.malformed("its structure cannot be read");
        }
        long at = place + idLength;
        int width = width(bytes.at(at));
        if (width > 8) {
            throw BadAudio.malformed("its structure cannot be read");
        }
        long mask = (1L << (7 * width)) - 1;
        long length = bytes.big(at, width) & mask;
        return new EbmlElement(bytes.big(place, idLength), at + width, length == mask ? UNKNOWN : length);
    }

    /** Number of bytes by the first one; nine if invalid. */
    static int width(int first) {
        return Integer.numberOfLeadingZeros(first) - 23;
    }

    boolean open() {
        return length < 0;
    }

    long end() {
        return content + length;
    }
}
