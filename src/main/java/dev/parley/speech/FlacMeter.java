package dev.parley.speech;

import java.io.IOException;

/** FLAC files. Counts frames rather than trusting the header. */
final class FlacMeter {
    private static final int MARK = 4;
    private static final int BLOCK_HEADER = 4;
    private static final int STREAM_INFO = 34;
    private static final int SLOWEST = 1_000;

    private final AudioBytes bytes;

    FlacMeter(AudioBytes bytes) {
        this.bytes = bytes;
    }

    static boolean fits(AudioBytes bytes) throws IOException {
        return bytes.is(0, "fLaC");
    }

    Measured measure() throws IOException {
        if ((bytes.at(MARK) & 0x7f) != 0 || bytes.big(MARK + 1, 3) != STREAM_INFO) {
            throw BadAudio.malformed("it does not say how its sound is coded");
        }
        long info = MARK + BLOCK_HEADER;
        FlacFrames frames = new FlacFrames(bytes, (int) bytes.big(info, 2), (int) bytes.big(info + 2, 2));
        long rate = bytes.big(info + 10, 3) >> 4;
        if (rate < SLOWEST || frames.senseless()) {
            throw BadAudio.malformed("its header makes no sense");
        }
        long first = behindHeaders();
        if (first >= bytes.size()) {
            throw BadAudio.noSound();
        }
        if (!frames.beginsAt(first)) {
            throw BadAudio.malformed("its first frame is none");
        }
        long stated = (bytes.at(info + 13) & 0x0fL) << 32 | bytes.big(info + 14, 4);
        long there = frames.samples(first);
        if (stated > there) {
            throw BadAudio.truncated();
        }
        return Measured.of(AudioFormat.FLAC, there, rate);
    }

    private long behindHeaders() throws IOException {
        long place = MARK;
        boolean last = false;
        while (!last) {
            last = (bytes.at(place) & 0x80) != 0;
            place += BLOCK_HEADER + bytes.big(place + 1, 3);
        }
        return place;
    }
}
