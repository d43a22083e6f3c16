package dev.parley.voice;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of a recording.
 *
 * @param text what was heard; null where nothing was
 * @param language that is spoken, as far as the server says
 * @param available whether its sound is kept, so that it can be listened to and sent as it is
 * @param failure why there is no text; null where there is one
 */
public record HeardRecording(UUID recording, @Nullable String text, @Nullable String language, double seconds,
        boolean available, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Failure failure) {

    /** Why a recording was not heard: its sender may try again, send it as it is, or type. */
    public record Failure(String code, String detail, boolean retryable) {}
}
