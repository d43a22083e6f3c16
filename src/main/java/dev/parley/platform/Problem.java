package dev.parley.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * An error as REST tells it (RFC 9457).
 *
 * @param code stable, for programs
 * @param detail one sentence, for people: what is wrong and what to do
 * @param retryable whether the same request may succeed later
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
        boolean retryable) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String title, String code, String detail, @Nullable String requestId,
            boolean retryable) {
        return new Problem("about:blank", title, status, detail, code, requestId, retryable);
    }
}
