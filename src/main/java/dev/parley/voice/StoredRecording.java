package dev.parley.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import dev.parley.speech.AudioFormat;
import org.jspecify.annotations.Nullable;

/**
 * {@code visitor} is null once sent; {@code sentAs} is the message's client id; a null {@code sealedKey} means no
 * audio; {@code transcript} is null until transcribed, empty if nothing was said.
 */
record StoredRecording(UUID id, @Nullable UUID visitor, @Nullable UUID conversation, @Nullable UUID sentAs,
        AudioFormat format, Duration length, long size, @Nullable String peaks, @Nullable String sealedKey,
        @Nullable String transcript, @Nullable String language, boolean busy, Instant keepUntil) {
    double seconds() {
        return Math.round(length.toMillis() / 10.0) / 100.0;
    }

    boolean kept() {
        return sealedKey != null;
    }
}
