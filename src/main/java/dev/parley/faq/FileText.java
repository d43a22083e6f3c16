package dev.parley.faq;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** The text of a file, whichever of the world's code pages the program that saved it chose. */
final class FileText {
    /** Standards have less than what Windows writes under their name. */
    private static final Map<String, String> WINDOWS = Map.of("ISO-8859-1", "windows-1252", "ISO-8859-2",
            "windows-1250", "ISO-8859-9", "windows-1254", "ISO-8859-7", "windows-1253", "ISO-8859-8", "windows-1255",
            "ISO-8859-8-I", "windows-1255", "ISO-8859-6", "windows-1256");
    /** Older than Windows, and still what some programs mean by CSV: the Macintosh's page and that of DOS. */
    private static final String[] OLDER = {"x-MacRoman", "IBM850"};
    private static final String USUAL = "äöüßéèàçñáíóúêâÄÖÜ";
    private static final String RARER = "ëîïôûùœÉÈÊÀÇÑÁÍÓÚãõÃÕåæøÅÆØìò";
    private static final String SIGNS = "¿¡‘“”„«»€–—…°§£©®™";
    private static final int EXAMINED = 64 * 1024;

    private FileText() {}

    /** @param said by whoever sent it; counts only where the bytes are of no Unicode form */
    static String of(byte[] file, @Nullable Charset said) {
        requireText(file);
        Charset marked = marked(file);
        String text = marked != null ? new String(file, marked) : plain(file, said);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String plain(byte[] file, @Nullable Charset said) {
        String unicode = decoded(file, StandardCharsets.UTF_8);
        if (unicode != null) {
            return unicode;
        }
        String asSaid = said == null ? null : decoded(file, said);
        if (asSaid != null) {
            return asSaid;
        }
        return isMostlyUnicode(file) ? repaired(file) : new String(file, guessed(file));
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

    /** By its mark, or, without one, by the empty half of every other letter of ours. */
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

    /** How many places from here on, each second one, hold nothing; 0 where they are few. */
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

    /** Lines of two programs in one file. */
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

    private static Charset guessed(byte[] file) {
        CharsetDetector detector = new CharsetDetector();
        byte[] beginning = file.length <= EXAMINED ? file : Arrays.copyOf(file, EXAMINED);
        detector.setText(beginning);
        for (CharsetMatch match : detector.detectAll()) {
            String name = WINDOWS.getOrDefault(match.getName(), match.getName());
            if (!name.startsWith("UTF-") && Charset.isSupported(name)) {
                return name.equals("windows-1252") ? western(beginning) : Charset.forName(name);
            }
        }
        return Charset.forName("windows-1252");
    }

    private static Charset western(byte[] file) {
        Charset best = Charset.forName("windows-1252");
        long most = usual(file, best);
        for (String name : OLDER) {
            Charset older = Charset.forName(name);
            if (usual(file, older) > most) {
                most = usual(file, older);
                best = older;
            }
        }
        return best;
    }

    /** Letters of the usual kind stand within words, signs between them. */
    private static long usual(byte[] file, Charset charset) {
        String text = new String(file, charset);
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127) {
                boolean within = i > 0 && i + 1 < text.length() && Character.isLetter(text.charAt(i - 1))
                        && Character.isLetter(text.charAt(i + 1));
                sum += USUAL.indexOf(c) >= 0
                        ? 3
                        : RARER.indexOf(c) >= 0 || c == '’' ? 1 : within ? -3 : SIGNS.indexOf(c) >= 0 ? 1 : 0;
            }
        }
        return sum;
    }
}
