package dev.parley.speech;

import java.io.IOException;

/** The codec of an Ogg stream by its first packet, and the duration of its packets. */
final class OggCoding {
    private static final int SLOWEST = 1_000;
    private static final int FASTEST = 768_000;
    private static final int LONGEST_SPEEX = 2_048;
    private static final int MAX_SPEEX = 64;

    private enum Kind {
        OPUS, VORBIS, FLAC, SPEEX
    }

    private final Kind kind;
    private final long rate;
    private final long skipped;
    /** Bounds of samples per packet; Opus packets state theirs. */
    private final long min;
    private final long max;
    private long seen;
    private long packets;
    private long counted;
    private boolean loud;

    private OggCoding(Kind kind, long rate, long skipped, long min, long max) {
        this.kind = kind;
        this.rate = rate;
        this.skipped = skipped;
        this.min = min;
        this.max = max;
    }

    static OggCoding at(AudioBytes bytes, long place) throws IOException {
        OggCoding coding;
        if (bytes.is(place, "OpusHead")) {
            coding = new OggCoding(Kind.OPUS, OpusPacket.RATE, bytes.little(place + 10, 2), 0, 0);
        } else if (bytes.is(place, "\1vorbis")) {
            int blocks = bytes.at(place + 28);
            coding = new OggCoding(Kind.VORBIS, bytes.little(place + 12, 4), 0, (1L << (blocks & 0x0f)) / 2,
                    (1L << (blocks >> 4)) / 2);
        } else if (bytes.is(place, "\177FLAC")) {
            coding = new OggCoding(Kind.FLAC, bytes.big(place + 27, 3) >> 4, 0, 1, bytes.big(place + 19, 2));
        } else if (bytes.is(place, "Speex   ")) {
            long each = (long) Math.clamp(bytes.little(place + 56, 4), 1, LONGEST_SPEEX)
                    * Math.clamp(bytes.little(place + 64, 4), 1, MAX_SPEEX);
            coding = new OggCoding(Kind.SPEEX, bytes.little(place + 36, 4), 0, each, each);
        } else {
            throw BadAudio.lengthUnknown("it is neither Opus nor Vorbis, FLAC or Speex");
        }
        if (coding.rate < SLOWEST || coding.rate > FASTEST) {
            throw BadAudio.malformed("its header makes no sense");
        }
        return coding;
    }

    long rate() {
        return rate;
    }

    /** Called at its start; the packet may continue elsewhere. */
    void packet(AudioBytes bytes, long place, long length) throws IOException {
        // Some writers end a stream with an empty packet.
        if (length == 0 || isHeader(bytes, place, seen++)) {
            return;
        }
        packets++;
        if (kind == Kind.OPUS) {
            counted += OpusPacket.samples(bytes, place, length);
            loud |= length > OpusPacket.SILENCE;
        }
    }

    private boolean isHeader(AudioBytes bytes, long place, long before) throws IOException {
        return switch (kind) {
            case OPUS, SPEEX -> before < 2;
            case VORBIS -> (bytes.at(place) & 1) == 1;
            case FLAC -> bytes.at(place) != 0xff;
        };
    }

    boolean silent() {
        return kind == Kind.OPUS && !loud;
    }

    /** {@code granule} is of the last page; {@code ended} if that is marked as the last. */
    long samples(long granule, boolean ended) {
        if (kind == Kind.OPUS) {
            // The last page may cut its last packet short, but can neither add nor remove much.
            long stated = granule - skipped;
            long there = counted - skipped;
            return ended && stated <= there && stated > there - OpusPacket.MAX_SAMPLES ? stated : there;
        }
        return packets == 0 ? 0 : Math.max(packets * min, Math.min(granule, packets * max));
    }
}
