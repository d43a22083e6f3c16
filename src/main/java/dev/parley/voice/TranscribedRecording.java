package dev.parley.voice;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A text or a failure. {@code available}: the audio is kept, so the recording can be sent without text. */
@Schema(name = "HeardRecording", examples = """
        {"recording": "018f3b5e-7c1a-7000-8000-000000000012", "text": "How long do I have to return shoes?",
         "language": "en", "seconds": 6.4, "available": true}""")
public record TranscribedRecording(UUID recording, @Nullable String text, @Nullable String language, double seconds,
        boolean available, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Failure failure) {

    /** The client may try again, send the recording without text, or type. */
    public record Failure(String code, String detail, boolean retryable) {}
}
