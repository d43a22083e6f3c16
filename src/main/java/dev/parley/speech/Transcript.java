package dev.parley.speech;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A transcript of a clip.
 *
 * @param text in the requested language
 * @param original the spoken text if {@code text} is a chat model's translation
 * @param language spoken, a tag such as `de`
 * @param words empty unless requested and supported
 * @param model as the upstream names it
 */
public record Transcript(String text, @Nullable String original, @Nullable String language, Duration length,
        List<Segment> segments, List<Word> words, String model) {
    public Transcript {
        segments = List.copyOf(segments);
        words = List.copyOf(words);
    }

    /** {@code figures} is the model's confidence; may be null. */
    public record Segment(Duration start, Duration end, String text, @Nullable Figures figures) {
        public Segment(Duration start, Duration end, String text) {
            this(start, end, text, null);
        }
    }

    /** The model's confidence in a segment. {@code seek}: offset where the model started to read. */
    public record Figures(long seek, List<Integer> tokens, @Nullable Double temperature, @Nullable Double avgLogprob,
            @Nullable Double compressionRatio, @Nullable Double noSpeechProb) {}

    public record Word(Duration start, Duration end, String word) {}
}
