package dev.parley.speech;

import java.io.IOException;

/** WebM with Opus or Vorbis. Walks the audio blocks and ignores the stated duration. */
final class WebmMeter {
    private static final long EBML = 0x1a45dfa3L;
    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549a966L;
    private static final long SCALE = 0x2ad7b1L;
    private static final long TRACKS = 0x1654ae6bL;
    private static final long CLUSTER = 0x1f43b675L;
    private static final long CLUSTER_TIME = 0xe7;
    private static final long GROUP = 0xa0;
    private static final long BLOCK = 0xa1;
    private static final long SIMPLE_BLOCK = 0xa3;
    private static final long USUAL_SCALE = 1_000_000;

    private final AudioBytes bytes;
    private final WebmTrack track = new WebmTrack();
    private long scale = USUAL_SCALE;
    private long clusterTime;

    WebmMeter(AudioBytes bytes) {
        this.bytes = bytes;
    }

    static boolean fits(AudioBytes bytes) throws IOException {
        return bytes.big(0, Math.toIntExact(Math.min(4, bytes.size()))) == EBML;
    }

    Measured measure() throws IOException {
        long place = EbmlElement.at(bytes, 0).end();
        if (place <= 0 || place >= bytes.size()) {
            throw BadAudio.truncated();
        }
        EbmlElement segment = EbmlElement.at(bytes, place);
        if (segment.id() != SEGMENT) {
            throw BadAudio.malformed("its structure cannot be read");
        }
        if (!segment.open() && segment.end() > bytes.size()) {
            throw BadAudio.truncated();
        }
        if (!segment.open() && segment.end() < bytes.size()) {
            throw BadAudio.malformed("has other content behind its end");
        }
        walk(segment.content());
        return track.measured(scale);
    }

    /** Descends into segments, clusters and groups in file order, without recursion. */
    private void walk(long from) throws IOException {
        long place = from;
        while (place < bytes.size()) {
            EbmlElement element = EbmlElement.at(bytes, place);
            boolean inside = element.id() == CLUSTER || element.id() == GROUP || element.id() == INFO;
            if (element.open() && element.id() != CLUSTER) {
                throw BadAudio.malformed("its structure cannot be read");
            }
            if (!element.open() && element.end() > bytes.size()) {
                throw BadAudio.truncated();
            }
            if (!inside) {
                look(element);
            }
            place = inside ? element.content() : element.end();
        }
    }

    private void look(EbmlElement element) throws IOException {
        if (element.id() == TRACKS) {
            track.read(bytes, element);
        } else if (element.id() == SCALE && element.length() <= 8) {
            scale = bytes.big(element.content(), (int) element.length());
            if (scale < 1_000 || scale > 1_000_000_000) {
                throw BadAudio.malformed("its header makes no sense");
            }
        } else if (element.id() == CLUSTER_TIME && element.length() <= 8) {
            clusterTime = bytes.big(element.content(), (int) element.length());
        } else if ((element.id() == SIMPLE_BLOCK || element.id() == BLOCK) && element.length() >= 4) {
            track.block(bytes, element, clusterTime);
        }
    }
}
