package dev.parley.speech;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** An MPEG audio frame. {@code length} includes the header; {@code sideInfo} are bytes between header and data. */
record Mp3Frame(int length, int samples, int rate, int sideInfo) {
    private static final int HEADER = 4;
    private static final int[] RATES = {44_100, 48_000, 32_000};
    /** kbit/s by the header's four bits: MPEG 1 layers 1 to 3, MPEG 2 layer 1, MPEG 2 others. */
    private static final int[][] BITRATES = {
            {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
            {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
            {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
            {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
            {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}};

    /** Null if no frame starts here, or one with a free bit rate, which nobody records. */
    static @Nullable Mp3Frame at(AudioBytes bytes, long place) throws IOException {
        if (place + HEADER > bytes.size() || bytes.at(place) != 0xff || (bytes.at(place + 1) & 0xe0) != 0xe0) {
            return null;
        }
        int version = bytes.at(place + 1) >> 3 & 3;
        int layer = 4 - (bytes.at(place + 1) >> 1 & 3);
        int bits = bytes.at(place + 2) >> 4;
        int rateBits = bytes.at(place + 2) >> 2 & 3;
        if (version == 1 || layer == 4 || bits == 0 || bits == 15 || rateBits == 3) {
            return null;
        }
        boolean first = version == 3;
        int rate = RATES[rateBits] / (first ? 1 : version == 2 ? 2 : 4);
        int bitrate = BITRATES[first ? layer - 1 : layer == 1 ? 3 : 4][bits] * 1_000;
        int samples = layer == 1 ? 384 : layer == 3 && !first ? 576 : 1_152;
        int padding = bytes.at(place + 2) >> 1 & 1;
        int length = layer == 1
                ? (12 * bitrate / rate + padding) * 4
                : samples / 8 * bitrate / rate + padding;
        boolean mono = bytes.at(place + 3) >> 6 == 3;
        int sideInfo = first ? mono ? 17 : 32 : mono ? 9 : 17;
        return length < HEADER ? null : new Mp3Frame(length, samples, rate, sideInfo);
    }

    long nanos() {
        return samples * 1_000_000_000L / rate;
    }

    boolean isTableOfContents(AudioBytes bytes, long place) throws IOException {
        long content = place + HEADER + sideInfo;
        return bytes.is(content, "Xing") || bytes.is(content, "Info") || bytes.is(place + HEADER + 32, "VBRI");
    }
}
