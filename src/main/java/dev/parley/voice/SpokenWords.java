package dev.parley.voice;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.parley.speech.Transcript;
import dev.parley.speech.Transcript.Figures;
import dev.parley.speech.Transcript.Segment;

/** Removes what speech models write for silence: {@code [BLANK_AUDIO]}, {@code ♪}, stock and repeated sentences. */
final class SpokenWords {
    /** Whisper's thresholds (openai-whisper, {@code transcribe.py}). */
    private static final double PERHAPS_SILENT = 0.6;
    private static final double UNLIKELY = -1;
    /** Silence whatever the text. */
    private static final double SURELY_SILENT = 0.9;

    private static final Pattern TOKEN = Pattern.compile("<\\|[^|<>]{0,40}\\|>");
    private static final Pattern NOTE = Pattern.compile("\\[[\\p{Lu}_ ]{2,40}]|[♪♫][^♪♫\\n]{0,200}[♪♫]|[♪♫]");
    /** In brackets, as in subtitles. */
    private static final Pattern SOUND = Pattern.compile(
            "(?iU)[\\[(*][^\\[\\]()*\\n]{0,60}\\b(music|musik|musique|música|musica|applause|applaus|silence|stille|noise|laugh\\w*|"
                    + "cough\\w*|sigh\\w*|breath\\w*|inaudible|blank|no speech|no audio|beep\\w*|click\\w*|typing|wind)\\b"
                    + "[^\\[\\]()*\\n]{0,60}[])*]");
    /** A sentence repeated four more times: a model in a loop. */
    private static final Pattern LOOP = Pattern.compile("(?s)(\\S.{0,200}?)(?:\\s*\\1){4,}");

    private SpokenWords() {}

    static String of(Transcript transcript) {
        String text = silent(transcript.segments()) ? spoken(transcript.segments()) : transcript.text();
        String words = LOOP.matcher(without(SOUND, without(NOTE, without(TOKEN, text.replace("\u0000", "")))))
                .replaceAll("$1").replaceAll("[ \\t]{2,}", " ").strip();
        return words.codePoints().anyMatch(Character::isLetterOrDigit) ? words : "";
    }

    private static String without(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(" ");
    }

    private static boolean silent(List<Segment> segments) {
        return segments.stream().anyMatch(SpokenWords::isSilent);
    }

    private static String spoken(List<Segment> segments) {
        return segments.stream().filter(segment -> !isSilent(segment)).map(Segment::text).map(String::strip)
                .collect(Collectors.joining(" "));
    }

    private static boolean isSilent(Segment segment) {
        Figures figures = segment.figures();
        if (figures == null || figures.noSpeechProb() == null) {
            return false;
        }
        Double likely = figures.avgLogprob();
        return figures.noSpeechProb() > SURELY_SILENT
                || (figures.noSpeechProb() > PERHAPS_SILENT && likely != null && likely < UNLIKELY);
    }
}
