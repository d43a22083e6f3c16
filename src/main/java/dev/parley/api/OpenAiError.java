package dev.parley.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.ParleyException;
import dev.parley.platform.Problem;
import org.jspecify.annotations.Nullable;

/** An error as OpenAI's clients read it: by the status they choose an exception, from here they take its words. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OpenAiError(Body error) {
    /** The error itself. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Body(String message, String type, @Nullable String param, String code) {}

    static OpenAiError of(Problem problem) {
        String code = problem.status() == 401 ? "invalid_api_key" : problem.code();
        return new OpenAiError(new Body(problem.detail(), type(problem.status()), null, code));
    }

    static OpenAiError of(ParleyException refused, int status) {
        String param = refused instanceof OpenAiRefusedException named ? named.param() : null;
        return new OpenAiError(new Body(refused.detail(), type(status), param, refused.code()));
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            default -> status >= 500 ? "server_error" : "invalid_request_error";
        };
    }
}
