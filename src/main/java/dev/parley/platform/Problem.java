package dev.parley.platform;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.ParleyException.Fault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An error in REST (RFC 9457).
 *
 * @param code stable, for programs
 * @param detail one sentence for people: what is wrong and what to do
 * @param field a JSON pointer into the body; absent if no single field is wrong
 * @param errors all faults if there are several
 */
@Schema(description = "A refusal (RFC 9457).")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(description = "Always `about:blank`.") String type,
        @Schema(description = "The status in words.") String title,
        int status,
        @Schema(description = "For people: what is wrong and what to do.") String detail,
        @Schema(description = "For programs; stable.") String code,
        @Schema(required = true, description = "Finds the request in the log.") @Nullable String requestId,
        @Schema(description = "Whether the same request may succeed later.") boolean retryable,
        @Schema(description = "What of the body is wrong, as a JSON pointer; absent where it is no one field.") @Nullable String field,
        @Schema(description = "All faults, where there are several; the first is the problem itself.") @Nullable List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String title, String code, String detail, @Nullable String requestId,
            boolean retryable) {
        return new Problem("about:blank", title, status, detail, code, requestId, retryable, null, null);
    }

    Problem about(@Nullable String pointer, List<Fault> faults) {
        return new Problem(type, title, status, detail, code, requestId, retryable, pointer,
                faults.isEmpty() ? null : faults);
    }
}
