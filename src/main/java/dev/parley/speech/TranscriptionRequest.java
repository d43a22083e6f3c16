package dev.parley.speech;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Options of a transcription.
 *
 * @param prompt names and words that may occur, most important last; cut at the beginning if too long
 * @param temperature 0 to 1; null: the server's default
 * @param times timestamps to request, if the server supports them
 * @param conversation that the cost belongs to, or null
 */
public record TranscriptionRequest(Task task, @Nullable String language, @Nullable String prompt,
        @Nullable Double temperature,
        Set<Times> times, @Nullable UUID conversation) {
    public enum Task {
        TRANSCRIBE,
        /** English. */
        TRANSLATE
    }

    public enum Times {
        SEGMENTS, WORDS
    }

    public TranscriptionRequest {
        times = Set.copyOf(times);
    }

    /** Without timestamps. */
    public static TranscriptionRequest transcription(@Nullable String language, @Nullable String prompt) {
        return new TranscriptionRequest(Task.TRANSCRIBE, language, prompt, null, Set.of(), null);
    }

    /** To English, without timestamps. */
    public static TranscriptionRequest translation(@Nullable String prompt) {
        return new TranscriptionRequest(Task.TRANSLATE, null, prompt, null, Set.of(), null);
    }

    /** Books the cost to this conversation. */
    public TranscriptionRequest in(UUID id) {
        return new TranscriptionRequest(task, language, prompt, temperature, times, id);
    }
}
