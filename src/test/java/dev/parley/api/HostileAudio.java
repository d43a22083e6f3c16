package dev.parley.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import dev.parley.testsupport.SoundFiles;
import dev.parley.testsupport.WavSample;

/** Malformed files, by what is wrong with them, with the error codes that are acceptable for each. */
final class HostileAudio {
    private static final Duration LENGTH = Duration.ofSeconds(2);
    private static final int MIB = 1024 * 1024;

    /** Created on demand, since some are large. */
    record Case(Supplier<byte[]> content, String codes) {}

    private final Map<String, Case> cases = new LinkedHashMap<>();

    static Map<String, Case> all() {
        HostileAudio hostile = new HostileAudio();
        hostile.otherFiles();
        hostile.emptyAndShort();
        hostile.headersThatLie();
        hostile.cutFiles();
        hostile.twoFilesInOne();
        hostile.nested();
        return hostile.cases;
    }

    private void add(String name, String codes, byte[] content) {
        cases.put(name, new Case(() -> content, codes));
    }

    private void otherFiles() {
        Map<String, String> starts = new LinkedHashMap<>();
        starts.put("text", "Good day, this is no sound");
        starts.put("web page", "<!doctype html><html><script>alert(1)</script></html>");
        starts.put("script", "#!/bin/sh\nrm -rf /\n");
        starts.put("PDF", "%PDF-1.7\n1 0 obj\n<<>>\nendobj");
        starts.put("archive", "PK\3\4\24\0\0\0\0\0");
        starts.put("picture", "\211PNG\r\n\32\n\0\0\0\rIHDR");
        starts.put("GIF", "GIF89a\1\0\1\0");
        starts.put("SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        starts.put("program", "\177ELF\2\1\1\0");
        starts.put("windows program", "MZ\220\0\3\0\0\0");
        starts.put("class", "\312\376\272\276\0\0\0\101");
        starts.put("gzip", "\37\213\10\0\0\0\0\0");
        starts.put("zeros", "\0".repeat(5_000));
        starts.put("AVI", "RIFF\0\1\0\0AVI LIST");
        starts.put("WebP", "RIFF\0\1\0\0WEBPVP8 ");
        starts.put("MIDI", "MThd\0\0\0\6\0\1\0\1\0\140");
        starts.put("AIFF", "FORM\0\0\1\0AIFFCOMM");
        starts.put("AMR", "#!AMR\n\74\221\27\26");
        starts.put("ADTS", "\377\361\120\200\2\37\374\336\2");
        starts.put("playlist", "#EXTM3U\nhttp://169.254.169.254/latest/meta-data\n");
        starts.put("concat script", "ffconcat version 1.0\nfile /etc/passwd\n");
        starts.forEach((name, text) -> add(name, "audio_not_recognised",
                (text + "\0".repeat(64)).getBytes(StandardCharsets.ISO_8859_1)));
        add("one byte", "audio_not_recognised", new byte[]{'R'});
        add("three bytes of EBML", "audio_not_recognised", new byte[]{0x1a, 0x45, (byte) 0xdf});
        add("noise", "audio_not_recognised", noise(100_000));
    }

    private void emptyAndShort() {
        add("empty", "audio_empty", new byte[0]);
        add("header without sound", "audio_too_short audio_no_sound", WavSample.tone(Duration.ZERO));
        add("50 ms of WAV", "audio_too_short", WavSample.tone(Duration.ofMillis(50)));
        add("99 ms of WAV", "audio_too_short", WavSample.tone(Duration.ofMillis(99)));
        add("80 ms of WebM", "audio_too_short", SoundFiles.webm(Duration.ofMillis(80)));
        add("80 ms of Ogg", "audio_too_short", SoundFiles.ogg(Duration.ofMillis(80)));
        add("WebM without a block", "audio_no_sound", SoundFiles.webm(Duration.ZERO));
        add("silence", "audio_silent", WavSample.silence(LENGTH));
        add("silent packets", "audio_silent",
                SoundFiles.webm(LENGTH, new byte[]{(byte) 0xf8, (byte) 0xff, (byte) 0xfe}));
        add("25 MiB and a byte", "audio_too_large", Arrays.copyOf(WavSample.tone(LENGTH), 25 * MIB + 1));
        add("26 MiB of zeros", "audio_too_large", new byte[26 * MIB]);
    }

    private void headersThatLie() {
        add("WAV with more told than there", "audio_truncated", wav(40, 50_000_000));
        add("WAV of no channel", "audio_malformed", wavShort(22, 0));
        add("WAV of 60,000 channels", "audio_malformed", wavShort(22, 60_000));
        add("WAV of no rate", "audio_malformed", wav(24, 0));
        add("WAV of a rate like none", "audio_malformed", wav(24, Integer.MAX_VALUE));
        add("WAV of blocks of nothing", "audio_malformed", wavShort(32, 0));
        add("WAV of a bit", "audio_malformed", wavShort(34, 1));
        add("WAV in an unknown coding", "audio_length_unknown", wavShort(20, 0x161));
        add("WAV whose format chunk is empty", "audio_malformed", wav(16, 2));
        add("WAV whose chunk is longer than all", "audio_truncated audio_no_sound", wav(16, 0x7fffffff));
        byte[] m4a = SoundFiles.m4a(LENGTH);
        add("MP4 of four billion samples", "audio_truncated", with(m4a, find(m4a, "stsz") + 12, -1));
        add("MP4 of four billion times", "audio_truncated", with(m4a, find(m4a, "stts") + 12, -1));
        add("MP4 without a timescale", "audio_malformed", with(m4a, find(m4a, "mdhd") + 16, 0));
        byte[] fragments = SoundFiles.fragmentedMp4(LENGTH);
        add("MP4 whose run is longer than its box", "audio_malformed audio_truncated",
                with(fragments, find(fragments, "trun") + 8, 5_000));
        byte[] ogg = SoundFiles.ogg(LENGTH);
        byte[] version = ogg.clone();
        version[4] = 9;
        add("Ogg of version 9", "audio_malformed", version);
        byte[] unknown = ogg.clone();
        unknown[28] = 'X';
        add("Ogg in an unknown coding", "audio_length_unknown", unknown);
        byte[] webm = SoundFiles.webm(LENGTH);
        byte[] coding = webm.clone();
        coding[find(webm, "A_OPUS")] = 'B';
        add("WebM in an unknown coding", "audio_length_unknown", coding);
    }

    private void cutFiles() {
        byte[] webm = SoundFiles.webm(LENGTH);
        add("WebM cut in a block", "audio_truncated", Arrays.copyOf(webm, webm.length - 7));
        byte[] ogg = SoundFiles.ogg(LENGTH);
        add("Ogg cut in a page", "audio_truncated", Arrays.copyOf(ogg, ogg.length - 7));
        byte[] m4a = SoundFiles.m4a(LENGTH);
        add("MP4 cut in its sound", "audio_truncated", Arrays.copyOf(m4a, m4a.length - 7));
        add("MP4 cut in its tables", "audio_truncated", Arrays.copyOf(m4a, 60));
        byte[] wav = WavSample.tone(LENGTH);
        add("WAV cut in half", "audio_truncated", Arrays.copyOf(wav, wav.length / 2));
        add("WAV cut in its header", "audio_no_sound audio_truncated", Arrays.copyOf(wav, 30));
    }

    private void twoFilesInOne() {
        byte[] zip = new byte[22];
        System.arraycopy(new byte[]{'P', 'K', 5, 6}, 0, zip, 0, 4);
        add("WAV and archive", "audio_polyglot audio_malformed", both(WavSample.tone(LENGTH), zip));
        add("MP3 and archive", "audio_polyglot", both(SoundFiles.mp3(LENGTH), zip));
        add("WebM and archive", "audio_polyglot audio_malformed audio_truncated", both(SoundFiles.webm(LENGTH), zip));
        add("Ogg and archive", "audio_malformed audio_truncated", both(SoundFiles.ogg(LENGTH), zip));
        add("MP4 and archive", "audio_polyglot audio_malformed audio_truncated", both(SoundFiles.m4a(LENGTH), zip));
        add("MP4 with an archive in a box", "audio_polyglot", both(SoundFiles.m4a(LENGTH), box("free", zip)));
        add("MP3 with a page in its tag", "audio_polyglot",
                both("ID3\4\0\0\0\0\0\15<script></scr".getBytes(StandardCharsets.ISO_8859_1), SoundFiles.mp3(LENGTH)));
        add("MP4 with a page in a box", "audio_polyglot", both(SoundFiles.m4a(LENGTH), box("free", zip)));
        add("page, then MP3", "audio_not_recognised",
                both("<html><body>".getBytes(StandardCharsets.ISO_8859_1), SoundFiles.mp3(LENGTH)));
        add("MP3 with a megabyte of something", "audio_malformed", both(SoundFiles.mp3(LENGTH), noise(MIB)));
        add("WAV with a megabyte of something", "audio_malformed", both(WavSample.tone(LENGTH), noise(MIB)));
    }

    private void nested() {
        ByteArrayOutputStream boxes = new ByteArrayOutputStream();
        SoundFiles.box(boxes, "ftyp", body -> body.writeBytes(new byte[8]));
        byte[] moov = {0, 0, 0, 8, 'm', 'o', 'o', 'v'};
        for (int i = 0; i < 500_000; i++) {
            boxes.writeBytes(moov);
        }
        add("half a million boxes", "audio_no_sound", boxes.toByteArray());
        byte[] deep = new byte[800_000];
        for (int i = 0; i < deep.length; i += 8) {
            ByteBuffer.wrap(deep).putInt(i, deep.length - i).put(i + 4, "moov".getBytes(StandardCharsets.US_ASCII));
        }
        System.arraycopy("ftyp".getBytes(StandardCharsets.US_ASCII), 0, deep, 4, 4);
        ByteBuffer.wrap(deep).putInt(0, 8);
        add("boxes in boxes", "audio_no_sound", deep);
        byte[] header = Arrays.copyOf(SoundFiles.webm(Duration.ZERO), 24);
        byte[] clusters = new byte[2_000_000];
        for (int i = 0; i + 5 <= clusters.length; i += 5) {
            System.arraycopy(new byte[]{0x1f, 0x43, (byte) 0xb6, 0x75, (byte) 0xff}, 0, clusters, i, 5);
        }
        add("clusters without end", "audio_no_sound audio_malformed audio_truncated", both(header, clusters));
        add("ID3 tags without end", "audio_no_sound audio_not_recognised", repeated("ID3\4\0\0\0\0\0\0", 200_000));
        add("empty Ogg pages", "audio_no_sound audio_length_unknown audio_truncated",
                repeated("OggS\0\2" + "\0".repeat(20) + "\0", 50_000));
        add("FLAC headers without end", "audio_no_sound audio_malformed audio_truncated",
                both("fLaC\0\0\0\42".getBytes(StandardCharsets.ISO_8859_1), new byte[400_000]));
    }

    private static byte[] repeated(String text, int times) {
        return text.repeat(times).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] box(String type, byte[] content) {
        ByteArrayOutputStream box = new ByteArrayOutputStream();
        SoundFiles.box(box, type, body -> body.writeBytes(content));
        return box.toByteArray();
    }

    private static byte[] both(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] wav(int place, int value) {
        byte[] wav = WavSample.tone(LENGTH);
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(place, value);
        return wav;
    }

    private static byte[] wavShort(int place, int value) {
        byte[] wav = WavSample.tone(LENGTH);
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putShort(place, (short) value);
        return wav;
    }

    private static byte[] with(byte[] content, int place, int value) {
        byte[] changed = content.clone();
        ByteBuffer.wrap(changed).putInt(place, value);
        return changed;
    }

    private static int find(byte[] content, String text) {
        return new String(content, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new java.util.Random(7).nextBytes(noise);
        noise[0] = 'x';
        return noise;
    }
}
