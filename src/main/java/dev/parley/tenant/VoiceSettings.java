package dev.parley.tenant;

import java.time.Duration;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.Etag;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** {@code keepHours} is for audio, 0 until it is transcribed; {@code glossary} sends product names along. */
@JsonNaming(SnakeCaseStrategy.class)
public record VoiceSettings(boolean enabled, int maxSeconds, int keepHours, boolean glossary) {
    public static final VoiceSettings OFF = new VoiceSettings(false, 120, 24, true);
    private static final int SHORTEST = 5;
    private static final int LONGEST = 600;
    private static final int LONGEST_KEPT = 24 * 366;

    public VoiceSettings {
        require("max_seconds", maxSeconds, SHORTEST, LONGEST);
        require("keep_hours", keepHours, 0, LONGEST_KEPT);
    }

    /** Null leaves a value unchanged. */
    public VoiceSettings with(@Nullable Boolean on, @Nullable Integer seconds, @Nullable Integer hours,
            @Nullable Boolean names) {
        return new VoiceSettings(on == null ? enabled : on, seconds == null ? maxSeconds : seconds,
                hours == null ? keepHours : hours, names == null ? glossary : names);
    }

    public String etag() {
        return Etag.of(toString());
    }

    public Duration longest() {
        return Duration.ofSeconds(maxSeconds);
    }

    public Duration keep() {
        return Duration.ofHours(keepHours);
    }

    private static void require(String field, int number, int min, int max) {
        if (number < min || number > max) {
            throw ParleyException.field(field, "bad_" + field,
                    "is a whole number from " + min + " to " + max + ".");
        }
    }
}
