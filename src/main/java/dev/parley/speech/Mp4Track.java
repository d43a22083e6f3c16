package dev.parley.speech;

import java.io.IOException;

final class Mp4Track {
    private long id;
    private long timescale;
    private String kind = "";
    private long timed;
    private long samples;
    private long duration;
    private long size;
    private long defaultDuration;
    private long defaultSize;

    void head(AudioBytes bytes, Mp4Box box) throws IOException {
        id = box.field(bytes, version(bytes, box) == 1 ? 20 : 12, 4);
    }

    void media(AudioBytes bytes, Mp4Box box) throws IOException {
        timescale = box.field(bytes, version(bytes, box) == 1 ? 20 : 12, 4);
    }

    private static long version(AudioBytes bytes, Mp4Box box) throws IOException {
        return box.field(bytes, 0, 1);
    }

    void kind(AudioBytes bytes, Mp4Box box) throws IOException {
        // QuickTime has a second handler for its data references.
        kind = kind.isEmpty() && bytes.is(box.content() + 8, "soun")
                ? "soun"
                : kind.isEmpty() && bytes.is(box.content() + 8, "vide") ? "vide" : kind;
    }

    void times(AudioBytes bytes, Mp4Box box) throws IOException {
        long entries = box.field(bytes, 4, 4);
        for (long i = 0; i < entries; i++) {
            long count = box.field(bytes, 8 + i * 8, 4);
            timed += count;
            requireFew(bytes, timed);
            duration += count * box.field(bytes, 12 + i * 8, 4);
        }
    }

    void sizes(AudioBytes bytes, Mp4Box box) throws IOException {
        long each = box.field(bytes, 4, 4);
        long count = box.field(bytes, 8, 4);
        requireFew(bytes, samples + count);
        samples += count;
        size += each * count;
        for (long i = 0; each == 0 && i < count; i++) {
            size += box.field(bytes, 12 + i * 4, 4);
        }
    }

    /** A sample has at least one byte. */
    private static void requireFew(AudioBytes bytes, long count) {
        if (count > bytes.size()) {
            throw BadAudio.truncated();
        }
    }

    void usually(long sampleDuration, long sampleSize) {
        defaultDuration = sampleDuration;
        defaultSize = sampleSize;
    }

    long defaultDuration() {
        return defaultDuration;
    }

    long defaultSize() {
        return defaultSize;
    }

    void add(AudioBytes bytes, long count, long lasting, long large) {
        requireFew(bytes, samples + count);
        samples += count;
        timed += count;
        duration += lasting;
        size += large;
    }

    long id() {
        return id;
    }

    boolean isSound() {
        return kind.equals("soun");
    }

    boolean isPicture() {
        return kind.equals("vide");
    }

    long samples() {
        return samples;
    }

    long size() {
        return size;
    }

    Measured measured(AudioFormat format) {
        if (timescale == 0 || timed != samples) {
            throw BadAudio.malformed("its tables contradict each other");
        }
        return Measured.of(format, duration, timescale).holding(size);
    }
}
