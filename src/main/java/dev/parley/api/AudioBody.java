package dev.parley.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes the audio form for OpenAPI; {@link AudioForm} streams it. */
@Schema(requiredProperties = "file", examples = """
        {"file": "(the recording)", "model": "whisper-1", "language": "en", "prompt": "Karst 38, Fjord",
         "response_format": "json"}""")
public record AudioBody(
        @Schema(type = SchemaType.STRING, format = "binary",
                description = "flac, m4a, mp3, mp4, mpeg, mpga, ogg, wav or webm, recognised by content; at most 25 MiB, at least 0.1 s.") String file,
        @Schema(description = "Ignored: the shop's own speech models are used.") @Nullable String model,
        @Schema(description = "Spoken language (ISO 639-1), such as `de`, if known.") @Nullable String language,
        @Schema(description = "Names and words that may occur in it. The last 224 tokens are used.") @Nullable String prompt,
        @JsonProperty("response_format") @Schema(enumeration = {"json", "text", "srt", "vtt",
                "verbose_json"}) @Nullable String responseFormat,
        @Schema(minimum = "0", maximum = "1") @Nullable Double temperature,
        @JsonProperty("timestamp_granularities[]") @Schema(
                description = "word, segment; only with verbose_json.") @Nullable List<String> timestampGranularities){}
