package dev.parley.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Detects audio files that are also another format: archive readers look at the end, others at the beginning. */
final class Polyglot {
    private static final int EARLY = 4_096;
    private static final int ZIP_END = 22;
    private static final int LONGEST_ZIP_COMMENT = 65_535;

    private record Mark(String text, String what) {}

    private static final List<Mark> MARKS = List.of(new Mark("%pdf-", "a PDF"), new Mark("<html", "a web page"),
            new Mark("<!doctype", "a web page"), new Mark("<script", "a web page"), new Mark("<svg", "a picture"),
            new Mark("<?php", "a program"), new Mark("#!/", "a program"));

    private Polyglot() {}

    static void refuse(AudioBytes bytes) throws IOException {
        byte[] early = new byte[(int) Math.min(EARLY, bytes.size())];
        for (int i = 0; i < early.length; i++) {
            early[i] = (byte) bytes.at(i);
        }
        String text = new String(early, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        for (Mark mark : MARKS) {
            if (text.contains(mark.text())) {
                throw BadAudio.polyglot(mark.what());
            }
        }
        if (endsLikeAnArchive(bytes)) {
            throw BadAudio.polyglot("an archive");
        }
    }

    /** The end record states the length of the comment after it, which excludes matches by chance. */
    private static boolean endsLikeAnArchive(AudioBytes bytes) throws IOException {
        long from = Math.max(0, bytes.size() - ZIP_END - LONGEST_ZIP_COMMENT);
        for (long place = from; place + ZIP_END <= bytes.size(); place++) {
            if (bytes.at(place) == 'P' && bytes.is(place, "PK\5\6")
                    && place + ZIP_END + bytes.little(place + 20, 2) == bytes.size()) {
                return true;
            }
        }
        return false;
    }
}
