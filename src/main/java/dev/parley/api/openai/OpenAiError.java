package dev.parley.api.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.ParameterRefusedException;
import dev.parley.platform.ParleyException;
import dev.parley.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An error in OpenAI's format; clients choose the exception by status and read the rest here. */
@Schema(description = "A refusal in the shape that OpenAI's clients read.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OpenAiError(Body error) {
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "OpenAiErrorBody")
    public record Body(@Schema(description = "For people: what is wrong and what to do.") String message,
            @Schema(description = "The kind of refusal, as OpenAI names it.") String type,
            @Schema(nullable = true, description = "The field that is wrong, where it is one.") @Nullable String param,
            @Schema(description = "For programs; stable.") String code) {}

    static OpenAiError of(Problem problem) {
        String code = problem.status() == 401 ? "invalid_api_key" : problem.code();
        return new OpenAiError(new Body(problem.detail(), type(problem.status()), null, code));
    }

    static OpenAiError of(ParleyException refused, int status) {
        String param = refused instanceof ParameterRefusedException named ? named.param() : null;
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
