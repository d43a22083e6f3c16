package dev.parley.testsupport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** WAV files as recorders write them: 16 bits, mono. */
public final class WavSample {
    private static final int RATE = 16_000;
    private static final int SMALL_RATE = 4_000;
    private static final int HEADER = 44;
    private static final double TONE = 440;
    private static final double LOUD = 12_000;

    private WavSample() {}

    public static byte[] tone(Duration length) {
        return wav(length, LOUD);
    }

    public static byte[] silence(Duration length) {
        return wav(length, 0);
    }

    /** A tone with the byte rate of a browser's recorder: 8 bits, 4,000 samples a second. */
    public static byte[] small(Duration length) {
        int frames = (int) (length.toMillis() * SMALL_RATE / 1_000);
        ByteBuffer wav = ByteBuffer.allocate(HEADER + frames).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + frames).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1).putInt(SMALL_RATE).putInt(SMALL_RATE)
                .putShort((short) 1).putShort((short) 8);
        wav.put(ascii("data")).putInt(frames);
        for (int i = 0; i < frames; i++) {
            wav.put((byte) (128 + Math.sin(2 * Math.PI * TONE * i / SMALL_RATE) * 90));
        }
        return wav.array();
    }

    private static byte[] wav(Duration length, double loud) {
        int frames = (int) (length.toMillis() * RATE / 1_000);
        ByteBuffer wav = ByteBuffer.allocate(HEADER + frames * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + frames * 2).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2)
                .putShort((short) 2).putShort((short) 16);
        wav.put(ascii("data")).putInt(frames * 2);
        for (int i = 0; i < frames; i++) {
            wav.putShort((short) (Math.sin(2 * Math.PI * TONE * i / RATE) * loud));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
