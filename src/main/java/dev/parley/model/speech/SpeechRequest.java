package dev.parley.model.speech;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import dev.parley.model.health.Quirk;
import org.jspecify.annotations.Nullable;

/**
 * A recording to transcribe.
 *
 * @param requestId sent as {@code X-Client-Request-Id} with every attempt
 * @param fileName servers tell the format by its extension
 * @param size in bytes
 * @param translate into English if the server can, else transcribe
 * @param words request timestamps per word
 * @param within limit for all attempts together
 */
public record SpeechRequest(String requestId, Path file, String fileName, String contentType, long size,
        boolean translate, @Nullable String language, @Nullable String prompt, @Nullable Double temperature,
        boolean words, Duration within) {
    SpeechRequest without(Set<Quirk> refused) {
        return new SpeechRequest(requestId, file, fileName, contentType, size, translate,
                refused.contains(Quirk.NO_LANGUAGE) ? null : language,
                refused.contains(Quirk.NO_PROMPT) ? null : prompt,
                refused.contains(Quirk.NO_TEMPERATURE) ? null : temperature, words, within);
    }

    /** Omits the prompt. */
    @Override
    public String toString() {
        return "recording of " + size + " bytes";
    }
}
