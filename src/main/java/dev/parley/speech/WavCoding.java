package dev.parley.speech;

import java.io.IOException;

/** Encoding of a WAV file. {@code samplesInBlock} is for compressed encodings; 0 if not given. */
record WavCoding(int tag, int channels, long rate, int block, int bits, int samplesInBlock) {
    static final WavCoding NONE = new WavCoding(0, 1, 1, 1, 0, 0);
    private static final int PCM = 1;
    private static final int ADPCM = 2;
    private static final int FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int IMA_ADPCM = 0x11;
    /** Fraction of full scale, −66 dB; any live microphone is louder. */
    private static final double SILENCE = 1 / 2_000.0;

    long frames(long length) {
        return switch (tag) {
            case 0 -> throw BadAudio.malformed("it does not say how its sound is coded");
            case PCM, FLOAT, A_LAW, MU_LAW -> {
                if (bits < 8 || bits > 64 || block != channels * ((bits + 7) / 8)) {
                    throw BadAudio.malformed("its header contradicts itself");
                }
                yield length / block;
            }
            case ADPCM, IMA_ADPCM -> {
                // A byte holds two samples, and the block's header a few more.
                if (samplesInBlock < 1 || samplesInBlock > 2L * block + 2) {
                    throw BadAudio.malformed("its header contradicts itself");
                }
                yield Math.ceilDiv(length, (long) block) * samplesInBlock;
            }
            default -> throw BadAudio.lengthUnknown("its coding " + tag + " is not known here");
        };
    }

    /** True for silence; false if the encoding would have to be decoded. */
    boolean silent(AudioBytes bytes, long from, long length) throws IOException {
        if (tag != PCM || bits > 32) {
            return false;
        }
        int width = (bits + 7) / 8;
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        long range = (long) (SILENCE * (1L << (width * 8)));
        for (long place = from; place + width <= from + length; place += width) {
            long sample = sample(bytes, place, width);
            min = Math.min(min, sample);
            max = Math.max(max, sample);
            if (max - min > range) {
                return false;
            }
        }
        return true;
    }

    /** Eight-bit samples are unsigned, all others signed. */
    private static long sample(AudioBytes bytes, long place, int width) throws IOException {
        long raw = bytes.little(place, width);
        return width == 1 ? raw : raw << (64 - width * 8) >> (64 - width * 8);
    }
}
