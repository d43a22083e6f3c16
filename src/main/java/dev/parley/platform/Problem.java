package dev.parley.platform;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.ParleyException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * An error in REST (RFC 9457).
 *
 * @param code stable, for programs
 * @param detail one sentence for people: what is wrong and what to do
 * @param retryable true if the same request may succeed later
 * @param field a JSON pointer into the body; absent if no single field is wrong
 * @param errors all faults if there are several
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String requestId,
        boolean retryable,
        @Nullable String field,
        @Nullable List<Fault> errors) {
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
