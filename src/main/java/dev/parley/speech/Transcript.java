package dev.parley.speech;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was heard.
 *
 * @param text as wanted: in the language that is spoken, or in English
 * @param original as it was said, where {@code text} is a translation of it by a chat model; else null
 * @param language that is spoken, as a tag such as `de`; null where the server does not say
 * @param length of the clip
 * @param segments in their order; empty where the server tells none
 * @param words in their order; empty unless wanted and told
 * @param model as the upstream names it
 */
public record Transcript(String text, @Nullable String original, @Nullable String language, Duration length,
        List<Segment> segments, List<Word> words, String model) {
    public Transcript {
        segments = List.copyOf(segments);
        words = List.copyOf(words);
    }

    /**
     * A sentence or so.
     *
     * @param figures how sure the model is of it, in its own; null where it does not say
     */
    public record Segment(Duration start, Duration end, String text, @Nullable Figures figures) {
        public Segment(Duration start, Duration end, String text) {
            this(start, end, text, null);
        }
    }

    /**
     * How sure a model is of a segment.
     *
     * @param seek where it began to read
     */
    public record Figures(long seek, List<Integer> tokens, @Nullable Double temperature, @Nullable Double avgLogprob,
            @Nullable Double compressionRatio, @Nullable Double noSpeechProb) {}

    /** One word. */
    public record Word(Duration start, Duration end, String word) {}
}
