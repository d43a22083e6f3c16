package dev.parley.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.speech.Transcript;
import dev.parley.speech.Transcript.Figures;
import dev.parley.speech.Transcript.Segment;
import dev.parley.speech.TranscriptionRequest;
import dev.parley.speech.TranscriptionRequest.Task;
import dev.parley.speech.TranscriptionRequest.Times;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A transcript in OpenAI's JSON; the short form omits details. {@code duration} is in seconds. */
@Schema(examples = """
        {"text": "Where is my parcel?", "original": "Wo ist mein Paket?", "usage": {"type": "duration",
         "seconds": 6}}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TranscriptionResponse(@Nullable String task, @Nullable String language, @Nullable Double duration,
        String text, @Nullable String original, @Nullable List<SegmentItem> segments, @Nullable List<WordItem> words,
        Usage usage) {
    private static final double MILLIS = 1_000;

    /** Times are in seconds; unknown confidence values are absent. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SegmentItem(int id, long seek, double start, double end, String text, List<Integer> tokens,
            @Nullable Double temperature, @Nullable Double avgLogprob, @Nullable Double compressionRatio,
            @Nullable Double noSpeechProb) {
        private static final Figures NONE = new Figures(0, List.of(), null, null, null, null);

        static SegmentItem of(int id, Segment segment) {
            Figures figures = segment.figures() == null ? NONE : segment.figures();
            return new SegmentItem(id, figures.seek(), seconds(segment.start()), seconds(segment.end()), segment.text(),
                    figures.tokens(), figures.temperature(), figures.avgLogprob(), figures.compressionRatio(),
                    figures.noSpeechProb());
        }
    }

    /** Times are in seconds. */
    public record WordItem(String word, double start, double end) {}

    /** {@code type} is always `duration`; {@code seconds} are rounded up. */
    public record Usage(String type, long seconds) {}

    static TranscriptionResponse brief(Transcript transcript) {
        return new TranscriptionResponse(null, null, null, transcript.text(), transcript.original(), null, null,
                usage(transcript));
    }

    static TranscriptionResponse verbose(Transcript transcript, TranscriptionRequest request) {
        return new TranscriptionResponse(request.task() == Task.TRANSLATE ? "translate" : "transcribe",
                transcript.language(),
                seconds(transcript.length()), transcript.text(), transcript.original(), segments(transcript),
                request.times().contains(Times.WORDS) ? words(transcript) : null, usage(transcript));
    }

    private static List<SegmentItem> segments(Transcript transcript) {
        List<SegmentItem> items = new ArrayList<>();
        for (Segment segment : AudioText.segments(transcript)) {
            items.add(SegmentItem.of(items.size(), segment));
        }
        return items;
    }

    private static List<WordItem> words(Transcript transcript) {
        return transcript.words().stream()
                .map(word -> new WordItem(word.word(), seconds(word.start()), seconds(word.end()))).toList();
    }

    private static Usage usage(Transcript transcript) {
        return new Usage("duration", transcript.length().plusMillis(999).toSeconds());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS;
    }
}
