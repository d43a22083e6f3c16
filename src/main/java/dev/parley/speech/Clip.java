package dev.parley.speech;

import java.nio.file.Path;
import java.time.Duration;

import dev.parley.platform.ParleyException;

/** A checked audio file, which the caller owns and deletes. {@code length} is measured, not as stated in the file. */
public record Clip(Path file, AudioFormat format, Duration length, long size) {
    public Clip atMost(Duration max) {
        if (length.compareTo(max) > 0) {
            throw ParleyException.invalid("audio_too_long",
                    "The recording lasts longer than " + max.toSeconds() + " seconds. Record it in parts.");
        }
        return this;
    }
}
