package dev.parley.voice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the pieces of a recording (AES-256-GCM) with its own key, which is stored sealed in its row. A piece is
 * bound to its recording and position. A position is encrypted only once, except with the same bytes.
 */
final class Seal {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final UUID recording;
    private final SecretKeySpec key;

    private Seal(UUID recording, byte[] key) {
        this.recording = recording;
        this.key = new SecretKeySpec(key, "AES");
    }

    static Seal fresh(UUID recording, SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new Seal(recording, key);
    }

    static Seal of(UUID recording, String key) {
        return new Seal(recording, Base64.getDecoder().decode(key));
    }

    /** Seal it before storing; never log it. */
    String key() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    byte[] close(int piece, byte[] sound, int length) {
        return work(Cipher.ENCRYPT_MODE, piece, sound, length);
    }

    byte[] open(int piece, byte[] sealed) {
        return work(Cipher.DECRYPT_MODE, piece, sealed, sealed.length);
    }

    private byte[] work(int mode, int piece, byte[] bytes, int length) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            // The key belongs to this recording only, so the position is a unique nonce.
            byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(piece).array();
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(recording.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A recording's piece does not open with its key", e);
        }
    }
}
