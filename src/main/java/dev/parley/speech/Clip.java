package dev.parley.speech;

import java.nio.file.Path;
import java.time.Duration;

import dev.parley.platform.ParleyException;

/**
 * A checked and measured audio file. The caller owns and deletes the file.
 *
 * @param length measured, not as stated in the file
 * @param size in bytes
 */
public record Clip(Path file, AudioFormat format, Duration length, long size) {
    /** Refuses a longer clip. */
    public Clip atMost(Duration most) {
        if (length.compareTo(most) > 0) {
            throw ParleyException.invalid("audio_too_long",
                    "The recording lasts longer than " + most.toSeconds() + " seconds. Record it in parts.");
        }
        return this;
    }
}
