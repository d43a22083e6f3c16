package dev.parley.speech;

import java.io.IOException;

/** RIFF files with `WAVE` content. */
final class WavMeter {
    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int EXTENSIBLE = 0xfffe;
    private static final int MAX_CHANNELS = 32;
    private static final int SLOWEST = 1_000;
    private static final int FASTEST = 768_000;
    /** A streaming writer does not know the sizes yet. */
    private static final long UNSTATED = 0xffffffffL;
    /** Padding, and tags that some programs append. */
    private static final long MAX_BEHIND = 1_024;

    private final AudioBytes bytes;
    private WavCoding coding = WavCoding.NONE;

    WavMeter(AudioBytes bytes) {
        this.bytes = bytes;
    }

    static boolean fits(AudioBytes bytes) throws IOException {
        return bytes.is(0, "RIFF") && bytes.is(8, "WAVE");
    }

    Measured measure() throws IOException {
        long end = end();
        long place = HEADER;
        while (place + CHUNK_HEADER <= end) {
            long length = bytes.little(place + 4, 4);
            long content = place + CHUNK_HEADER;
            if (bytes.is(place, "fmt ")) {
                coding = coding(content, length);
            } else if (bytes.is(place, "data")) {
                return data(content, length, end);
            }
            place = content + length + (length & 1);
        }
        if (place > bytes.size()) {
            throw BadAudio.truncated();
        }
        throw BadAudio.noSound();
    }

    private long end() throws IOException {
        long stated = bytes.little(4, 4);
        if (stated == 0 || stated >= UNSTATED - HEADER) {
            return bytes.size();
        }
        long end = stated + CHUNK_HEADER;
        if (bytes.size() - end > MAX_BEHIND) {
            throw BadAudio.malformed("has other content behind its end");
        }
        return Math.min(end, bytes.size());
    }

    private WavCoding coding(long place, long length) throws IOException {
        if (length < 16) {
            throw BadAudio.malformed("it does not say how its sound is coded");
        }
        int tag = (int) bytes.little(place, 2);
        if (tag == EXTENSIBLE && length >= 26) {
            tag = (int) bytes.little(place + 24, 2);
        }
        int channels = (int) bytes.little(place + 2, 2);
        long rate = bytes.little(place + 4, 4);
        int block = (int) bytes.little(place + 12, 2);
        int bits = (int) bytes.little(place + 14, 2);
        if (channels < 1 || channels > MAX_CHANNELS || rate < SLOWEST || rate > FASTEST || block < 1) {
            throw BadAudio.malformed("its header makes no sense");
        }
        int samples = length >= 20 ? (int) bytes.little(place + 18, 2) : 0;
        return new WavCoding(tag, channels, rate, block, bits, samples);
    }

    private Measured data(long content, long stated, long end) throws IOException {
        long there = bytes.size() - content;
        boolean unstated = stated == 0 || stated >= UNSTATED - CHUNK_HEADER - HEADER * 4L;
        if (!unstated && stated > there) {
            throw BadAudio.truncated();
        }
        long length = unstated ? Math.min(there, end - content) : stated;
        if (length <= 0) {
            throw BadAudio.noSound();
        }
        Measured measured = Measured.of(AudioFormat.WAV, coding.frames(length), coding.rate());
        if (coding.silent(bytes, content, length)) {
            throw BadAudio.silent();
        }
        return measured;
    }
}
