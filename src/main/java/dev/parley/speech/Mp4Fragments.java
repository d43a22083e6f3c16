package dev.parley.speech;

import java.io.IOException;
import java.util.List;

final class Mp4Fragments {
    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DEFAULT_DURATION = 0x8;
    private static final int DEFAULT_SIZE = 0x10;
    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_FLAGS = 0x4;
    private static final int DURATIONS = 0x100;
    private static final int SIZES = 0x200;
    private static final int FLAGS = 0x400;
    private static final int COMPOSITION = 0x800;

    private final AudioBytes bytes;
    private final List<Mp4Track> tracks;
    private Mp4Track current = new Mp4Track();
    private long duration;
    private long size;

    Mp4Fragments(AudioBytes bytes, List<Mp4Track> tracks) {
        this.bytes = bytes;
        this.tracks = tracks;
    }

    void defaults(Mp4Box box) throws IOException {
        track(box.field(bytes, 4, 4)).usually(box.field(bytes, 12, 4), box.field(bytes, 16, 4));
    }

    private Mp4Track track(long id) {
        return tracks.stream().filter(track -> track.id() == id).findFirst().orElseGet(Mp4Track::new);
    }

    void head(Mp4Box box) throws IOException {
        long flags = box.field(bytes, 1, 3);
        current = track(box.field(bytes, 4, 4));
        long at = 8L + ((flags & BASE_OFFSET) == 0 ? 0 : 8) + ((flags & DESCRIPTION) == 0 ? 0 : 4);
        duration = current.defaultDuration();
        size = current.defaultSize();
        if ((flags & DEFAULT_DURATION) != 0) {
            duration = box.field(bytes, at, 4);
            at += 4;
        }
        if ((flags & DEFAULT_SIZE) != 0) {
            size = box.field(bytes, at, 4);
        }
    }

    void run(Mp4Box box) throws IOException {
        long flags = box.field(bytes, 1, 3);
        long count = box.field(bytes, 4, 4);
        if (count > bytes.size()) {
            throw BadAudio.truncated();
        }
        long at = 8L + ((flags & DATA_OFFSET) == 0 ? 0 : 4) + ((flags & FIRST_FLAGS) == 0 ? 0 : 4);
        int width = 4 * Long.bitCount(flags & (DURATIONS | SIZES | FLAGS | COMPOSITION));
        long lasting = 0;
        long large = 0;
        if (width == 0) {
            // Nothing is read per sample, however large the claimed count.
            current.add(bytes, count, count * duration, count * size);
            return;
        }
        for (long i = 0; i < count; i++) {
            long sample = at + i * width;
            boolean ownDuration = (flags & DURATIONS) != 0;
            lasting += ownDuration ? box.field(bytes, sample, 4) : duration;
            large += (flags & SIZES) != 0 ? box.field(bytes, sample + (ownDuration ? 4 : 0), 4) : size;
        }
        current.add(bytes, count, lasting, large);
    }
}
