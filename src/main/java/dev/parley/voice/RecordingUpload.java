package dev.parley.voice;

import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

import dev.parley.language.LanguageTag;
import dev.parley.platform.ParleyException;
import dev.parley.platform.upload.Upload;
import org.jspecify.annotations.Nullable;

/**
 * A recording as it arrives. It cannot be made of what may not be stored.
 *
 * @param id the client's: the same again is the same recording
 * @param file null: the one that came before
 * @param language that is spoken, as far as the client knows
 * @param peaks how loud it is, piece by piece, in at most 100 digits
 */
public record RecordingUpload(UUID id, @Nullable Path file, @Nullable String language, @Nullable String peaks) {
    private static final Pattern PEAKS = Pattern.compile("[0-9]{1,100}");

    public RecordingUpload {
        language = language == null || language.isBlank() ? null : LanguageTag.canonical(language);
        peaks = peaks == null || peaks.isBlank() ? null : peaks.strip();
        if (peaks != null && !PEAKS.matcher(peaks).matches()) {
            throw ParleyException.field("peaks", "bad_peaks", "is 1 to 100 digits, one for each piece.");
        }
    }

    /** What came in a form; a file that it has goes with the request. */
    public static RecordingUpload of(UUID id, Upload form) {
        return new RecordingUpload(id, form.file(), form.field("language"), form.field("peaks"));
    }

    /** For the speech server, which knows languages without their countries. */
    @Nullable
    String spoken() {
        return language == null ? null : language.replaceFirst("-.*", "");
    }
}
