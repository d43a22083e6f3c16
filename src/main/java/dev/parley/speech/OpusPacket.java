package dev.parley.speech;

import java.io.IOException;

/** Duration of an Opus packet from its first two bytes (RFC 6716, 3.1). */
final class OpusPacket {
    static final int RATE = 48_000;
    /** Size of packets that encode silence. */
    static final int SILENCE = 3;
    /** 120 ms. */
    static final int MAX_SAMPLES = 5_760;
    private static final int[] SILK = {480, 960, 1_920, 2_880};
    private static final int[] HYBRID = {480, 960};
    private static final int[] CELT = {120, 240, 480, 960};

    private OpusPacket() {}

    /** Samples at 48 kHz; 0 if invalid. */
    static int samples(AudioBytes bytes, long place, long length) throws IOException {
        if (length < 1) {
            return 0;
        }
        int first = bytes.at(place);
        int config = first >> 3;
        int frame = config < 12 ? SILK[config & 3] : config < 16 ? HYBRID[config & 1] : CELT[config & 3];
        int count = switch (first & 3) {
            case 0 -> 1;
            case 1, 2 -> 2;
            default -> length < 2 ? 0 : bytes.at(place + 1) & 0x3f;
        };
        return Math.min(frame * count, MAX_SAMPLES);
    }
}
