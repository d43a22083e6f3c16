package dev.parley.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import dev.parley.speech.AudioFormat;
import org.jspecify.annotations.Nullable;

/**
 * A recording's row.
 *
 * @param visitor null once it was sent, or where the shop put it
 * @param sentAs the client's id of its message; null while it is unsent
 * @param size in bytes
 * @param sealedKey null: its sound is not kept
 * @param heard null as long as nobody has heard it; empty where nothing is to be heard
 * @param busy somebody is hearing it this moment
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
