package dev.parley.voice;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes the upload form for OpenAPI; {@link RecordingUpload} streams it. */
@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000012", "file": "(the recording)", "language": "en",
         "peaks": "0379862"}""")
public record RecordingForm(
        @Schema(description = "A UUID of the client's own: the same again is the same recording.") @Nullable String id,
        @Schema(type = SchemaType.STRING, format = "binary",
                description = "The recording, told by its content; at most 25 MiB, at least a tenth of a second. May be left out when the same `id` is tried again.") @Nullable String file,
        @Schema(description = "That is spoken, such as `de-CH`, as far as it is known.") @Nullable String language,
        @Schema(description = "How loud it is, piece by piece: 1 to 100 digits.") @Nullable String peaks) {}
