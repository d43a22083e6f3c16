package dev.parley.platform.upload;

import java.util.Arrays;

/** Finds a byte sequence by Horspool's algorithm ("Practical fast searching in strings", 1980). */
final class BytePattern {
    private final byte[] wanted;
    private final int[] skips = new int[256];

    BytePattern(byte[] wanted) {
        this.wanted = wanted.clone();
        Arrays.fill(skips, wanted.length);
        for (int i = 0; i < wanted.length - 1; i++) {
            skips[wanted[i] & 0xff] = wanted.length - 1 - i;
        }
    }

    int length() {
        return wanted.length;
    }

    /** First index from {@code from} on; -1 for none. */
    int find(byte[] in, int from) {
        int last = wanted.length - 1;
        int place = from;
        while (place + last < in.length) {
            byte end = in[place + last];
            if (end == wanted[last] && Arrays.equals(in, place, place + wanted.length, wanted, 0, wanted.length)) {
                return place;
            }
            place += skips[end & 0xff];
        }
        return -1;
    }
}
