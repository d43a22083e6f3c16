package dev.parley.speech;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** Ogg with Opus, Vorbis, FLAC or Speex: the last page's sample count, bounded by the packets. */
final class OggMeter {
    private static final int PAGE_HEADER = 27;
    private static final int LAST = 4;
    private static final long UNKNOWN = -1;

    private final AudioBytes bytes;
    private @Nullable OggCoding coding;
    private long serial;
    private long granule;
    private boolean ended;

    OggMeter(AudioBytes bytes) {
        this.bytes = bytes;
    }

    static boolean fits(AudioBytes bytes) throws IOException {
        return bytes.is(0, "OggS");
    }

    Measured measure() throws IOException {
        long place = 0;
        while (place < bytes.size() && bytes.is(place, "OggS")) {
            place = page(place);
        }
        if (place < bytes.size()) {
            throw bytes.size() - place < PAGE_HEADER
                    ? BadAudio.truncated()
                    : BadAudio
                            .malformed("has other content between its sounds");
        }
        OggCoding known = coding;
        if (known == null) {
            throw BadAudio.noSound();
        }
        long samples = known.samples(granule, ended);
        if (samples <= 0) {
            throw BadAudio.noSound();
        }
        if (known.silent()) {
            throw BadAudio.silent();
        }
        return Measured.of(AudioFormat.OGG, samples, known.rate());
    }

    private long page(long place) throws IOException {
        int segments = bytes.at(place + PAGE_HEADER - 1);
        long body = place + PAGE_HEADER + segments;
        long length = 0;
        for (int i = 0; i < segments; i++) {
            length += bytes.at(place + PAGE_HEADER + i);
        }
        if (body + length > bytes.size()) {
            throw BadAudio.truncated();
        }
        if (bytes.at(place + 4) != 0) {
            throw BadAudio.malformed("its pages are of a version that there is not");
        }
        long stream = bytes.little(place + 14, 4);
        if (coding == null) {
            serial = stream;
            coding = OggCoding.at(bytes, body);
        } else if (stream != serial) {
            throw BadAudio.lengthUnknown("it has several streams");
        }
        packets(place, segments, body);
        long stated = bytes.little(place + 6, 8);
        if (stated != UNKNOWN) {
            if (stated < granule) {
                throw BadAudio.malformed("its pages count backwards");
            }
            granule = stated;
        }
        ended |= (bytes.at(place + 5) & LAST) != 0;
        return body + length;
    }

    private void packets(long place, int segments, long body) throws IOException {
        OggCoding known = coding;
        if (known == null) {
            return;
        }
        int[] lengths = new int[segments];
        for (int i = 0; i < segments; i++) {
            lengths[i] = bytes.at(place + PAGE_HEADER + i);
        }
        long begins = body;
        long length = 0;
        boolean goesOn = (bytes.at(place + 5) & 1) != 0;
        for (int segment : lengths) {
            length += segment;
            if (segment < 255) {
                if (!goesOn) {
                    known.packet(bytes, begins, length);
                }
                goesOn = false;
                begins += length;
                length = 0;
            }
        }
        if (length > 0 && !goesOn) {
            // It continues in the next page; its duration is in its first byte.
            known.packet(bytes, begins, length);
        }
    }
}
