package dev.parley.faq.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

public final class FileText {
    private static final int EXAMINED = 64 * 1024;

    private FileText() {}

    /** {@code guessed} is the code page if it was guessed, else null. */
    public record Decoded(String text, @Nullable Charset guessed) {}

    /** {@code said} is the sender's code page, used if the bytes are not Unicode; {@code shops} is a locale. */
    public static Decoded of(byte[] file, @Nullable Charset said, String shops) {
        requireText(file);
        Charset marked = marked(file);
        Decoded read = marked != null ? new Decoded(new String(file, marked), null) : plain(file, said, shops);
        return read.text.startsWith("\uFEFF") ? new Decoded(read.text.substring(1), read.guessed) : read;
    }

    private static Decoded plain(byte[] file, @Nullable Charset said, String shops) {
        String sure = decoded(file, StandardCharsets.UTF_8);
        if (sure == null && said != null) {
            sure = decoded(file, said);
        }
        if (sure == null && isMostlyUnicode(file)) {
            sure = repaired(file);
        }
        if (sure != null) {
            return new Decoded(sure, null);
        }
        Charset guessed = CodePages.of(file, shops);
        return new Decoded(new String(file, guessed), guessed);
    }

    private static void requireText(byte[] file) {
        String kind = begins(file, 'P', 'K', 3, 4) || begins(file, 0xD0, 0xCF, 0x11, 0xE0)
                ? "a workbook or an archive"
                : begins(file, '%', 'P', 'D', 'F') ? "a PDF" : null;
        if (kind != null) {
            throw ParleyException.invalid("bad_file",
                    "The file is " + kind + ", not a text. In a spreadsheet program save it as \"CSV UTF-8\".");
        }
    }

    private static boolean begins(byte[] file, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** By its byte order mark or, without one, by the zero byte in every other place of UTF-16. */
    private static @Nullable Charset marked(byte[] file) {
        if (begins(file, 0xEF, 0xBB, 0xBF)) {
            return null;
        }
        if (begins(file, 0xFF, 0xFE, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (begins(file, 0xFF, 0xFE) || emptyAt(file, 1) > emptyAt(file, 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return begins(file, 0xFE, 0xFF) || emptyAt(file, 0) > emptyAt(file, 1) ? StandardCharsets.UTF_16BE : null;
    }

    /** Counts zero bytes at every second place from {@code from}; 0 if there are few. */
    private static int emptyAt(byte[] file, int from) {
        int examined = Math.min(file.length, EXAMINED);
        int empty = 0;
        for (int i = from; i < examined; i += 2) {
            empty += file[i] == 0 ? 1 : 0;
        }
        return empty * 8 > examined ? empty : 0;
    }

    private static @Nullable String decoded(byte[] file, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException another) {
            return null;
        }
    }

    /** True for a file with lines from two programs, most of them Unicode. */
    private static boolean isMostlyUnicode(byte[] file) {
        String lenient = new String(file, StandardCharsets.UTF_8);
        long broken = lenient.chars().filter(c -> c == '\uFFFD').count();
        return lenient.chars().filter(c -> c > 127 && c != '\uFFFD').count() > broken;
    }

    private static String repaired(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(file);
        CharBuffer out = CharBuffer.allocate(file.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            byte[] odd = new byte[result.length()];
            in.get(odd);
            out.put(new String(odd, Charset.forName("windows-1252")));
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }
}
