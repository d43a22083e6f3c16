package dev.parley.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An MP4 box (ISO 14496-12). */
record Mp4Box(String type, long content, long end) {
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;

    static Mp4Box at(AudioBytes bytes, long place) throws IOException {
        long size = bytes.big(place, 4);
        byte[] name = new byte[4];
        for (int i = 0; i < name.length; i++) {
            name[i] = (byte) bytes.at(place + 4 + i);
        }
        int header = size == 1 ? LONG_HEADER : HEADER;
        if (size == 1) {
            size = bytes.big(place + HEADER, 8);
        } else if (size == 0) {
            size = bytes.size() - place;
        }
        if (size < header) {
            throw BadAudio.malformed("its structure cannot be read");
        }
        long end = size > bytes.size() - place ? Long.MAX_VALUE : place + size;
        return new Mp4Box(new String(name, StandardCharsets.ISO_8859_1), place + header, end);
    }

    /** Refuses an offset outside the box. */
    long field(AudioBytes bytes, long offset, int length) throws IOException {
        if (content + offset + length > end) {
            throw BadAudio.malformed("its structure cannot be read");
        }
        return bytes.big(content + offset, length);
    }
}
