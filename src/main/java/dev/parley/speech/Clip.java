package dev.parley.speech;

import java.nio.file.Path;
import java.time.Duration;

import dev.parley.platform.ParleyException;

/**
 * A checked and measured audio file. Whoever had it read owns the file and removes it.
 *
 * @param length by the bytes, not as the file states it
 * @param size in bytes
 */
public record Clip(Path file, AudioFormat format, Duration length, long size) {
    /** This clip, unless it is longer. */
    public Clip atMost(Duration most) {
        if (length.compareTo(most) > 0) {
            throw ParleyException.invalid("audio_too_long",
                    "The recording lasts longer than " + most.toSeconds() + " seconds. Record it in parts.");
        }
        return this;
    }
}
