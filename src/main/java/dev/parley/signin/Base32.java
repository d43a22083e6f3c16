package dev.parley.signin;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Base32 without padding (RFC 4648). */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = ((buffer << Byte.SIZE) | (each & 0xff)) & 0xffff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS - bits)) & 31));
        }
        return text.toString();
    }

    /** Throws for a character outside the alphabet. */
    static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char each : text.toUpperCase(Locale.ROOT).toCharArray()) {
            int value = ALPHABET.indexOf(each);
            if (value < 0) {
                throw new IllegalArgumentException("not Base32");
            }
            buffer = ((buffer << BITS) | value) & 0xffff;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write((buffer >> bits) & 0xff);
            }
        }
        return bytes.toByteArray();
    }
}
