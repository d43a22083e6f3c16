package dev.parley.speech;

import java.io.IOException;

/** Finds FLAC frames by sync code and verifies their checksums. */
final class FlacFrames {
    private static final int MIN_BLOCK = 16;
    private static final int LONGEST_HEADER = 16;
    private static final int POLYNOMIAL = 0x07;

    private final AudioBytes bytes;
    private final int minBlock;
    private final int maxBlock;
    /** From the last frame read. */
    private long number;
    private int block;
    private boolean numbersSamples;

    FlacFrames(AudioBytes bytes, int minBlock, int maxBlock) {
        this.bytes = bytes;
        this.minBlock = minBlock;
        this.maxBlock = maxBlock;
    }

    boolean senseless() {
        return minBlock < MIN_BLOCK || maxBlock < minBlock;
    }

    boolean beginsAt(long place) throws IOException {
        return read(place) && number == 0;
    }

    /** Sum over consecutive frames: a sync code alone may be part of the audio. */
    long samples(long first) throws IOException {
        read(first);
        long samples = block;
        long next = numbersSamples ? block : 1;
        for (long place = first + 1; place + 2 < bytes.size(); place++) {
            if (bytes.at(place) == 0xff && (bytes.at(place + 1) & 0xfe) == 0xf8 && read(place) && number == next) {
                samples += block;
                next += numbersSamples ? block : 1;
            }
        }
        return samples;
    }

    private boolean read(long place) throws IOException {
        if (place + 6 > bytes.size() || bytes.at(place) != 0xff || (bytes.at(place + 1) & 0xfe) != 0xf8) {
            return false;
        }
        int blockBits = bytes.at(place + 2) >> 4;
        int rateBits = bytes.at(place + 2) & 0x0f;
        int numberLength = lengthOfNumber(bytes.at(place + 4));
        long behind = place + 4 + numberLength;
        int more = (blockBits == 6 ? 1 : blockBits == 7 ? 2 : 0) + (rateBits == 12 ? 1 : rateBits > 12 ? 2 : 0);
        if (blockBits == 0 || rateBits == 15 || numberLength == 0 || behind + more >= bytes.size()) {
            return false;
        }
        if (checksum(place, behind + more) != bytes.at(behind + more)) {
            return false;
        }
        numbersSamples = (bytes.at(place + 1) & 1) == 1;
        number = number(place + 4, numberLength);
        block = switch (blockBits) {
            case 1 -> 192;
            case 2, 3, 4, 5 -> 576 << (blockBits - 2);
            case 6 -> bytes.at(behind) + 1;
            case 7 -> (int) bytes.big(behind, 2) + 1;
            default -> 256 << (blockBits - 8);
        };
        return block <= maxBlock;
    }

    /** Like UTF-8 with one more byte; 0 if invalid. */
    private static int lengthOfNumber(int first) {
        if (first < 0x80) {
            return 1;
        }
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        return ones >= 2 && ones <= 7 ? ones : 0;
    }

    private long number(long place, int length) throws IOException {
        long value = length == 1 ? bytes.at(place) : bytes.at(place) & (0x7f >> length);
        for (int i = 1; i < length; i++) {
            value = value << 6 | (bytes.at(place + i) & 0x3f);
        }
        return value;
    }

    private int checksum(long from, long to) throws IOException {
        int sum = 0;
        for (long place = from; place < to && place - from <= LONGEST_HEADER; place++) {
            sum ^= bytes.at(place);
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 0x80) == 0 ? sum << 1 : sum << 1 ^ POLYNOMIAL;
            }
            sum &= 0xff;
        }
        return sum;
    }
}
