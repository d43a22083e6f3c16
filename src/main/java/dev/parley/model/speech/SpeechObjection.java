package dev.parley.model.speech;

import java.util.regex.Pattern;

import dev.parley.model.ModelErrorKind;
import dev.parley.model.health.Quirk;
import dev.parley.model.reading.UpstreamError;
import org.jspecify.annotations.Nullable;

final class SpeechObjection {
    private static final Pattern TIMES = Pattern.compile("(?i)response_format|verbose_json|timestamp|granularit");
    private static final Pattern PROMPT = Pattern.compile("(?i)\\bprompt\\b");
    private static final Pattern LANGUAGE = Pattern.compile("(?i)\\blanguage\\b");
    private static final Pattern TEMPERATURE = Pattern.compile("(?i)\\btemperature\\b");

    private SpeechObjection() {}

    /** Null if it refuses the request as a whole. */
    static @Nullable Quirk in(int status, ModelErrorKind kind, UpstreamError error, SpeechRequest sent,
            boolean translate, boolean times) {
        boolean noSuchAddress = status == 404 || status == 405 || status == 501;
        if (translate && noSuchAddress && !"model_not_found".equals(error.code())) {
            return Quirk.NO_TRANSLATIONS;
        }
        if (kind != ModelErrorKind.BAD_REQUEST && status != 422) {
            return null;
        }
        if (times && isAbout(error, TIMES)) {
            return Quirk.PLAIN_TRANSCRIPTS;
        }
        if (sent.prompt() != null && isAbout(error, PROMPT)) {
            return Quirk.NO_PROMPT;
        }
        if (sent.language() != null && isAbout(error, LANGUAGE)) {
            return Quirk.NO_LANGUAGE;
        }
        return sent.temperature() != null && isAbout(error, TEMPERATURE) ? Quirk.NO_TEMPERATURE : null;
    }

    private static boolean isAbout(UpstreamError error, Pattern part) {
        return error.complaints().stream()
                .anyMatch(complaint -> part.matcher(complaint.parameter() + " " + complaint.words()).find());
    }
}
