package dev.parley.speech;

import java.io.IOException;
import java.time.Duration;

/** The audio track of a WebM and how far its blocks reach. */
final class WebmTrack {
    private static final long ENTRY = 0xae;
    private static final long NUMBER = 0xd7;
    private static final long TYPE = 0x83;
    private static final long CODEC = 0x86;
    private static final int AUDIO = 2;
    private static final long NONE = -1;
    /** Assumed duration of a block that states none. */
    private static final long LAST_BLOCK_NANOS = 20_000_000;
    /** A paused recorder leaves gaps, which are not charged; times must not jump far back. */
    private static final long MAX_BACK = 5_000;
    /** Bounds times to prevent overflow. */
    private static final long LATEST = 1L << 32;

    private long number = NONE;
    private boolean opus;
    private boolean other;
    private long first = NONE;
    private long last;
    private long samples;
    private long size;
    private boolean loud;

    void read(AudioBytes bytes, EbmlElement tracks) throws IOException {
        long place = tracks.content();
        while (place < tracks.end()) {
            EbmlElement entry = EbmlElement.at(bytes, place);
            if (entry.open() || entry.end() > tracks.end()) {
                throw BadAudio.malformed("its structure cannot be read");
            }
            if (entry.id() == ENTRY) {
                readEntry(bytes, entry);
            }
            place = entry.end();
        }
    }

    private void readEntry(AudioBytes bytes, EbmlElement entry) throws IOException {
        long id = NONE;
        long type = NONE;
        boolean isOpus = false;
        boolean isVorbis = false;
        long place = entry.content();
        while (place < entry.end()) {
            EbmlElement field = EbmlElement.at(bytes, place);
            if (field.open() || field.end() > entry.end()) {
                throw BadAudio.malformed("its structure cannot be read");
            }
            if (field.id() == NUMBER && field.length() <= 8) {
                id = bytes.big(field.content(), (int) field.length());
            } else if (field.id() == TYPE && field.length() <= 8) {
                type = bytes.big(field.content(), (int) field.length());
            } else if (field.id() == CODEC) {
                isOpus = bytes.is(field.content(), "A_OPUS");
                isVorbis = bytes.is(field.content(), "A_VORBIS");
            }
            place = field.end();
        }
        if (type == AUDIO) {
            other |= number != NONE;
            number = id;
            opus = isOpus;
            if (!isOpus && !isVorbis) {
                throw BadAudio.lengthUnknown("its coding is neither Opus nor Vorbis");
            }
        }
    }

    void block(AudioBytes bytes, EbmlElement block, long clusterTime) throws IOException {
        int width = EbmlElement.width(bytes.at(block.content()));
        if (width > 8 || block.length() < width + 3L || number == NONE) {
            throw BadAudio.malformed("its structure cannot be read");
        }
        if ((bytes.big(block.content(), width) & (1L << (7 * width)) - 1) != number) {
            return;
        }
        long time = clusterTime + (short) bytes.big(block.content() + width, 2);
        int lacing = bytes.at(block.content() + width + 2) >> 1 & 3;
        if (lacing != 0) {
            throw BadAudio.lengthUnknown("several sounds share a block");
        }
        if (time < last - MAX_BACK || time < 0 || time > LATEST) {
            throw BadAudio.malformed("its times go backwards");
        }
        first = first == NONE ? time : first;
        last = Math.max(last, time);
        long sound = block.content() + width + 3;
        samples += opus ? OpusPacket.samples(bytes, sound, block.end() - sound) : 0;
        size += block.end() - sound;
        loud |= block.end() - sound > OpusPacket.SILENCE;
    }

    /** @param scale nanoseconds per time unit */
    Measured measured(long scale) {
        if (number == NONE || first == NONE) {
            throw BadAudio.noSound();
        }
        if (other) {
            throw BadAudio.lengthUnknown("it has several sounds");
        }
        if (!loud) {
            throw BadAudio.silent();
        }
        return opus
                ? Measured.of(AudioFormat.WEBM, samples, OpusPacket.RATE)
                : new Measured(AudioFormat.WEBM,
                        Duration.ofNanos((last - first) * scale).plusNanos(LAST_BLOCK_NANOS)).holding(size);
    }
}
