package dev.parley.speech;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a clip.
 *
 * @param language in which it is spoken, as far as the caller knows: `de`
 * @param prompt names and words that occur in it, the most important last; only its end is sent where it is too long
 * @param temperature 0 to 1; null: as the server likes
 * @param times which moments of the text are wanted; servers that cannot tell them leave them out
 * @param conversation to which the cost belongs; null: none
 */
public record TranscriptionRequest(Task task, @Nullable String language, @Nullable String prompt,
        @Nullable Double temperature,
        Set<Times> times, @Nullable UUID conversation) {
    /** In which language the text is to be. */
    public enum Task {
        /** The one that is spoken. */
        TRANSCRIBE,
        /** English. */
        TRANSLATE
    }

    /** Where the text says when it was spoken. */
    public enum Times {
        SEGMENTS, WORDS
    }

    public TranscriptionRequest {
        times = Set.copyOf(times);
    }

    /** The words alone. */
    public static TranscriptionRequest transcription(@Nullable String language, @Nullable String prompt) {
        return new TranscriptionRequest(Task.TRANSCRIBE, language, prompt, null, Set.of(), null);
    }

    /** The words alone, in English. */
    public static TranscriptionRequest translation(@Nullable String prompt) {
        return new TranscriptionRequest(Task.TRANSLATE, null, prompt, null, Set.of(), null);
    }

    /** The same, booked to this conversation. */
    public TranscriptionRequest in(UUID id) {
        return new TranscriptionRequest(task, language, prompt, temperature, times, id);
    }
}
