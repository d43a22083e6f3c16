package dev.parley.model.speech;

import java.util.List;

import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What a model has heard.
 *
 * @param translated whether the text is English by the model; false: it is as it was spoken
 * @param language in the server's own words, a tag or a name; null where it does not say
 * @param seconds that the server has counted; null where it has not
 * @param usage null where the server counts seconds, or nothing
 * @param model as asked for: servers do not say which one heard
 * @param attempts made upstream for it
 */
public record Heard(String text, boolean translated, @Nullable String language, @Nullable Double seconds,
        List<Span> segments, List<Span> words, @Nullable Usage usage, String model, @Nullable String upstreamRequestId,
        int attempts) {
    /** Part of the text, with its beginning and end in seconds. */
    public record Span(double start, double end, String text, @Nullable Figures figures) {}

    /**
     * How sure the model is of a piece, in its own figures; what a server leaves out is null.
     *
     * @param seek where it began to read
     */
    public record Figures(long seek, List<Integer> tokens, @Nullable Double temperature, @Nullable Double avgLogprob,
            @Nullable Double compressionRatio, @Nullable Double noSpeechProb) {}

    Heard by(String asked, @Nullable String requestId, int tries) {
        return new Heard(text, translated, language, seconds, segments, words, usage, asked, requestId, tries);
    }

    /** Records print their fields, and this is what a visitor has said. */
    @Override
    public String toString() {
        return "heard by " + model;
    }
}
