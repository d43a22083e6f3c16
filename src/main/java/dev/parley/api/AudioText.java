package dev.parley.api;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import dev.parley.api.AudioForm.Format;
import dev.parley.speech.Transcript;
import dev.parley.speech.Transcript.Segment;

final class AudioText {
    private AudioText() {}

    static String contentType(Format format) {
        return switch (format) {
            case JSON, VERBOSE_JSON -> "application/json";
            case TEXT -> "text/plain;charset=UTF-8";
            case SRT -> "application/x-subrip;charset=UTF-8";
            case VTT -> "text/vtt;charset=UTF-8";
        };
    }

    static String plain(Transcript transcript) {
        return transcript.text() + "\n";
    }

    static String srt(Transcript transcript) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (Segment segment : segments(transcript)) {
            text.append(++number).append('\n').append(span(segment, ',')).append('\n').append(lines(segment))
                    .append("\n\n");
        }
        return text.toString();
    }

    static String vtt(Transcript transcript) {
        StringBuilder text = new StringBuilder("WEBVTT\n\n");
        for (Segment segment : segments(transcript)) {
            text.append(span(segment, '.')).append('\n').append(lines(segment)).append("\n\n");
        }
        return text.toString();
    }

    /** Without timestamps, one segment of the clip's length. */
    static List<Segment> segments(Transcript transcript) {
        return transcript.segments().isEmpty()
                ? List.of(new Segment(Duration.ZERO, transcript.length(), transcript.text()))
                : transcript.segments();
    }

    /** An empty line would end the segment, and an arrow start another. */
    private static String lines(Segment segment) {
        return segment.text().strip().replaceAll("\\s*\\R\\s*", "\n").replace("-->", "->");
    }

    private static String span(Segment segment, char point) {
        return time(segment.start(), point) + " --> " + time(segment.end(), point);
    }

    private static String time(Duration at, char point) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d%c%03d", at.toHours(), at.toMinutesPart(), at.toSecondsPart(),
                point, at.toMillisPart());
    }
}
