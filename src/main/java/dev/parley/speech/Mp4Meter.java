package dev.parley.speech;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** MP4 in one piece or in fragments. Adds up the sample tables and ignores the stated duration. */
final class Mp4Meter {
    /** Containers to descend into; they are scanned in file order, without recursion. */
    private static final Set<String> INSIDE = Set.of("moov", "trak", "mdia", "minf", "stbl", "mvex", "moof", "traf");
    private static final int MAX_TRACKS = 16;

    private final AudioBytes bytes;
    private final List<Mp4Track> tracks = new ArrayList<>();
    private final Mp4Fragments fragments;
    private Mp4Track current = new Mp4Track();
    private long media;

    Mp4Meter(AudioBytes bytes) {
        this.bytes = bytes;
        this.fragments = new Mp4Fragments(bytes, tracks);
    }

    static boolean fits(AudioBytes bytes) throws IOException {
        return bytes.is(4, "ftyp");
    }

    Measured measure() throws IOException {
        long place = 0;
        while (place < bytes.size()) {
            Mp4Box box = Mp4Box.at(bytes, place);
            if (box.end() > bytes.size()) {
                throw BadAudio.truncated();
            }
            look(box);
            place = INSIDE.contains(box.type()) ? box.content() : box.end();
        }
        return measured();
    }

    private void look(Mp4Box box) throws IOException {
        switch (box.type()) {
            case "mdat" -> media += box.end() - box.content();
            case "trak" -> {
                if (tracks.size() >= MAX_TRACKS) {
                    throw BadAudio.malformed("it has too many tracks");
                }
                current = new Mp4Track();
                tracks.add(current);
            }
            case "tkhd" -> current.head(bytes, box);
            case "mdhd" -> current.media(bytes, box);
            case "hdlr" -> current.kind(bytes, box);
            case "stts" -> current.times(bytes, box);
            case "stsz" -> current.sizes(bytes, box);
            case "trex" -> fragments.defaults(box);
            case "tfhd" -> fragments.head(box);
            case "trun" -> fragments.run(box);
            default -> {
                // Neither audio nor time.
            }
        }
    }

    private Measured measured() {
        List<Mp4Track> sounds = tracks.stream().filter(track -> track.isSound() && track.samples() > 0).toList();
        if (sounds.isEmpty()) {
            throw BadAudio.noSound();
        }
        if (sounds.size() > 1) {
            throw BadAudio.lengthUnknown("it has several sounds");
        }
        Mp4Track sound = sounds.getFirst();
        if (sound.size() > media) {
            throw BadAudio.truncated();
        }
        boolean pictures = tracks.stream().anyMatch(Mp4Track::isPicture);
        return sound.measured(pictures ? AudioFormat.MP4 : AudioFormat.M4A);
    }
}
