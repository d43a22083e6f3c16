package dev.parley.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import dev.parley.speech.AudioFormat;
import org.jspecify.annotations.Nullable;

/**
 * @param visitor null once sent, or if the shop recorded
 * @param sentAs client id of the message; null while unsent
 * @param size in bytes
 * @param sealedKey null: audio not kept
 * @param heard null: not transcribed; empty: nothing said
 * @param busy being transcribed
 */
record StoredRecording(UUID id, @Nullable UUID visitor, @Nullable UUID conversation, @Nullable UUID sentAs,
        AudioFormat format, Duration length, long size, @Nullable String peaks, @Nullable String sealedKey,
        @Nullable String heard, @Nullable String language, boolean busy, Instant keepUntil) {
    double seconds() {
        return Math.round(length.toMillis() / 10.0) / 100.0;
    }

    boolean kept() {
        return sealedKey != null;
    }
}
