package dev.parley.model.speech;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import dev.parley.model.health.Quirk;
import org.jspecify.annotations.Nullable;

/**
 * One recording that is to be heard.
 *
 * @param requestId sent with every attempt as {@code X-Client-Request-Id}
 * @param fileName servers tell the format by its end
 * @param size of the file, in bytes
 * @param translate into English, where the server can; else it is transcribed
 * @param language in which it is spoken, as far as known
 * @param words whether each word's time is wanted
 * @param within all attempts together must have ended
 */
public record SpeechRequest(String requestId, Path file, String fileName, String contentType, long size,
        boolean translate, @Nullable String language, @Nullable String prompt, @Nullable Double temperature,
        boolean words, Duration within) {
    /** Without what a lane was found to refuse. */
    SpeechRequest without(Set<Quirk> refused) {
        return new SpeechRequest(requestId, file, fileName, contentType, size, translate,
                refused.contains(Quirk.NO_LANGUAGE) ? null : language,
                refused.contains(Quirk.NO_PROMPT) ? null : prompt,
                refused.contains(Quirk.NO_TEMPERATURE) ? null : temperature, words, within);
    }

    /** What was said in it, and the prompt, belong in no log. */
    @Override
    public String toString() {
        return "recording of " + size + " bytes";
    }
}
