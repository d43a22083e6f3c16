package dev.parley.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.upload.Upload;
import dev.parley.speech.TranscriptionRequest;
import dev.parley.speech.TranscriptionRequest.Task;
import dev.parley.speech.TranscriptionRequest.Times;
import org.jspecify.annotations.Nullable;

/** A validated request of OpenAI's audio operations. Unknown fields are ignored. */
record AudioForm(Path file, Format format, TranscriptionRequest request) {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final String GRANULARITIES = "timestamp_granularities";

    enum Format {
        JSON, TEXT, SRT, VTT, VERBOSE_JSON
    }

    static AudioForm of(Upload upload, Task task) {
        Path file = upload.file();
        if (file == null) {
            throw refused("audio_missing", "Send the recording in the part `file`.", "file");
        }
        Format format = format(upload.field("response_format"));
        return new AudioForm(file, format,
                new TranscriptionRequest(task, language(upload.field("language")), upload.field("prompt"),
                        temperature(upload.field("temperature")), times(upload, format), null));
    }

    private static Format format(@Nullable String name) {
        for (Format format : Format.values()) {
            if (name == null || name.isBlank() || name.equals(format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw refused("bad_response_format", "`response_format` is json, text, srt, vtt or verbose_json.",
                "response_format");
    }

    private static @Nullable String language(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return null;
        }
        String language = tag.strip().toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
        if (!LANGUAGE.matcher(language).matches()) {
            throw refused("bad_language", "`language` is a code such as `de` (ISO 639-1).", "language");
        }
        return language;
    }

    private static @Nullable Double temperature(@Nullable String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        try {
            double temperature = Double.parseDouble(number.strip());
            if (temperature >= 0 && temperature <= 1) {
                return temperature;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the refusal.
        }
        throw refused("bad_temperature", "`temperature` is a number from 0 to 1.", "temperature");
    }

    private static Set<Times> times(Upload upload, Format format) {
        List<String> named = new ArrayList<>(upload.all(GRANULARITIES + "[]"));
        named.addAll(upload.all(GRANULARITIES));
        if (!named.isEmpty() && format != Format.VERBOSE_JSON) {
            throw refused("bad_timestamp_granularities",
                    "`timestamp_granularities[]` goes with `response_format` verbose_json alone.", GRANULARITIES);
        }
        EnumSet<Times> times = format == Format.JSON || format == Format.TEXT
                ? EnumSet.noneOf(Times.class)
                : EnumSet.of(Times.SEGMENTS);
        for (String name : named) {
            switch (name) {
                case "segment" -> times.add(Times.SEGMENTS);
                case "word" -> times.add(Times.WORDS);
                default -> throw refused("bad_timestamp_granularities",
                        "`timestamp_granularities[]` is word or segment.", GRANULARITIES);
            }
        }
        return times;
    }

    private static ParameterRefusedException refused(String code, String detail, String field) {
        return new ParameterRefusedException(Kind.INVALID, code, detail, field);
    }
}
