package dev.parley.model.speech;

import java.util.List;

import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A transcript. {@code translated}: in English, by the model; {@code language} is a tag or a name; {@code usage} is
 * null if the server counts seconds; {@code model} is as requested, since servers do not report it.
 */
public record ModelTranscript(String text, boolean translated, @Nullable String language, @Nullable Double seconds,
        List<Span> segments, List<Span> words, @Nullable Usage usage, String model, @Nullable String upstreamRequestId,
        int attempts) {
    /** Times in seconds. */
    public record Span(double start, double end, String text, @Nullable Figures figures) {}

    /** The model's confidence figures for a segment; null if absent. */
    public record Figures(long seek, List<Integer> tokens, @Nullable Double temperature, @Nullable Double avgLogprob,
            @Nullable Double compressionRatio, @Nullable Double noSpeechProb) {}

    ModelTranscript by(String asked, @Nullable String requestId, int tries) {
        return new ModelTranscript(text, translated, language, seconds, segments, words, usage, asked, requestId,
                tries);
    }

    /** Omits what a visitor said. */
    @Override
    public String toString() {
        return "transcript by " + model;
    }
}
