package dev.parley.speech;

import java.io.IOException;
import java.time.Duration;

/** MPEG audio of all layers: adds up frames by their own headers. */
final class Mp3Meter {
    private static final int ID3_HEADER = 10;
    private static final int ID3V1 = 128;
    /** A badly cut frame or two. */
    private static final int MAX_GARBAGE = 4_096;
    /** Fewer may look like frames by chance. */
    private static final int FEWEST_FRAMES = 3;

    private final AudioBytes bytes;
    private long frames;
    private long nanos;

    Mp3Meter(AudioBytes bytes) {
        this.bytes = bytes;
    }

    /** Requires two consecutive frames: the sync mark of one has only eleven bits. */
    static boolean fits(AudioBytes bytes) throws IOException {
        long first = behindTags(bytes, 0);
        Mp3Frame frame = Mp3Frame.at(bytes, first);
        return first > 0
                ? bytes.is(0, "ID3") && (frame != null || first >= bytes.size())
                : frame != null && (frame.length() + first >= bytes.size()
                        || Mp3Frame.at(bytes, first + frame.length()) != null);
    }

    private static long behindTags(AudioBytes bytes, long from) throws IOException {
        long place = from;
        while (bytes.is(place, "ID3") && place + ID3_HEADER <= bytes.size()) {
            long size = 0;
            for (int i = 6; i < ID3_HEADER; i++) {
                size = size << 7 | (bytes.at(place + i) & 0x7f);
            }
            boolean footer = (bytes.at(place + 5) & 0x10) != 0;
            place += ID3_HEADER + size + (footer ? ID3_HEADER : 0);
        }
        return place;
    }

    Measured measure() throws IOException {
        long place = behindTags(bytes, 0);
        long garbage = 0;
        while (place < bytes.size()) {
            Mp3Frame frame = Mp3Frame.at(bytes, place);
            if (frame != null) {
                if (place + frame.length() > bytes.size()) {
                    return ended(bytes.size() - place);
                }
                count(frame, place);
                place += frame.length();
            } else if (isTag(place)) {
                place = bytes.size();
            } else if (++garbage > MAX_GARBAGE) {
                throw BadAudio.malformed("has other content between its sounds");
            } else {
                place++;
            }
        }
        return ended(0);
    }

    private void count(Mp3Frame frame, long place) throws IOException {
        // The first frame of many files holds a table of contents and no audio.
        if (frames > 0 || !frame.isTableOfContents(bytes, place)) {
            nanos += frame.nanos();
        }
        frames++;
    }

    /** Tags of several formats follow the audio. */
    private boolean isTag(long place) throws IOException {
        return (bytes.is(place, "TAG") && bytes.size() - place <= ID3V1 * 3L) || bytes.is(place, "APETAGEX")
                || bytes.is(place, "LYRICSBEGIN");
    }

    /** @param cut bytes of an incomplete last frame, where some recorders stop */
    private Measured ended(long cut) {
        if (frames == 0) {
            throw cut > 0 ? BadAudio.truncated() : BadAudio.noSound();
        }
        if (frames < FEWEST_FRAMES && cut > 0) {
            throw BadAudio.truncated();
        }
        return new Measured(AudioFormat.MP3, Duration.ofNanos(nanos));
    }
}
