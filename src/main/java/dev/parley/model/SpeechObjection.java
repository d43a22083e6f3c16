package dev.parley.model;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What of a request a speech server has refused, so that it can be asked again without. */
final class SpeechObjection {
    private static final Pattern TIMES = Pattern.compile("(?i)response_format|verbose_json|timestamp|granularit");

    private SpeechObjection() {}

    /** Null where it refuses all of it. */
    static @Nullable Quirk in(int status, ModelErrorKind kind, UpstreamError error, boolean translate, boolean times) {
        boolean noSuchAddress = status == 404 || status == 405 || status == 501;
        if (translate && noSuchAddress && !"model_not_found".equals(error.code())) {
            return Quirk.NO_TRANSLATIONS;
        }
        boolean refused = kind == ModelErrorKind.BAD_REQUEST || status == 422;
        return times && refused && error.complaints().stream().anyMatch(SpeechObjection::isAboutTimes)
                ? Quirk.PLAIN_TRANSCRIPTS
                : null;
    }

    private static boolean isAboutTimes(UpstreamError.Complaint complaint) {
        return TIMES.matcher(complaint.parameter() + " " + complaint.words()).find();
    }
}
