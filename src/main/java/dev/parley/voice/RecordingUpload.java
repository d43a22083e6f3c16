package dev.parley.voice;

import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

import dev.parley.language.LanguageTag;
import dev.parley.platform.ParleyException;
import dev.parley.platform.upload.Upload;
import org.jspecify.annotations.Nullable;

/**
 * An upload, validated on creation. {@code id} is for idempotency; a null {@code file} means the stored audio;
 * {@code peaks} are volumes per interval, at most 100 digits.
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

    /** The file is deleted with the request. */
    public static RecordingUpload of(UUID id, Upload form) {
        return new RecordingUpload(id, form.file(), form.field("language"), form.field("peaks"));
    }

    /** For the speech server: without the country. */
    @Nullable
    String spoken() {
        return language == null ? null : language.replaceFirst("-.*", "");
    }
}
