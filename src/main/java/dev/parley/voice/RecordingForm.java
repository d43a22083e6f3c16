package dev.parley.voice;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes the upload form for OpenAPI; {@link RecordingUpload} streams it. */
@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000012", "file": "(the recording)", "language": "en",
         "peaks": "0379862"}""")
public record RecordingForm(
        @Schema(description = "A UUID made by the client. Repeating it returns the same recording.") @Nullable String id,
        @Schema(type = SchemaType.STRING, format = "binary",
                description = "The recording, recognised by content; at most 25 MiB, at least 0.1 s. Optional when the same `id` is retried.") @Nullable String file,
        @Schema(description = "Spoken language, such as `de-CH`, if known.") @Nullable String language,
        @Schema(description = "Loudness over time: 1 to 100 digits.") @Nullable String peaks) {}
