package dev.parley.speech;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.parley.model.speech.ModelTranscript;
import dev.parley.speech.Transcript.Figures;
import dev.parley.speech.Transcript.Segment;
import dev.parley.speech.Transcript.Word;
import dev.parley.speech.TranscriptionRequest.Times;
import org.jspecify.annotations.Nullable;

final class Transcripts {
    /** Whisper says `german`. */
    private static final Map<String, String> TAGS = tags();

    private Transcripts() {}

    static Transcript of(ModelTranscript transcription, Clip clip, TranscriptionRequest request) {
        List<Segment> segments = transcription.segments().stream()
                .map(span -> new Segment(time(span.start()), time(span.end()), span.text().strip(),
                        figures(span.figures())))
                .toList();
        List<Word> words = request.times().contains(Times.WORDS)
                ? transcription.words().stream()
                        .map(span -> new Word(time(span.start()), time(span.end()), span.text()))
                        .toList()
                : List.of();
        String language = tag(transcription.language());
        // When translating, some servers report the target language and some the source.
        return new Transcript(transcription.text(), null, language == null ? request.language() : language,
                clip.length(),
                segments, words, transcription.model());
    }

    private static @Nullable Figures figures(ModelTranscript.@Nullable Figures stated) {
        return stated == null
                ? null
                : new Figures(stated.seek(), stated.tokens(), stated.temperature(), stated.avgLogprob(),
                        stated.compressionRatio(), stated.noSpeechProb());
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    /** Null if it is neither a tag nor an English language name. */
    static @Nullable String tag(@Nullable String said) {
        if (said == null) {
            return null;
        }
        String name = said.strip().toLowerCase(Locale.ROOT);
        String known = TAGS.get(name);
        return known != null ? known : TAGS.containsValue(name) ? name : null;
    }

    private static Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        for (String tag : Locale.getISOLanguages()) {
            tags.putIfAbsent(Locale.of(tag).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), tag);
        }
        tags.put("haitian creole", "ht");
        tags.put("myanmar", "my");
        tags.put("tagalog", "tl");
        return Map.copyOf(tags);
    }
}
