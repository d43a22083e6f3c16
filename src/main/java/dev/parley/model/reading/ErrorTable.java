package dev.parley.model.reading;

import java.util.Map;

import dev.parley.model.ModelErrorKind;
import org.jspecify.annotations.Nullable;

/** Maps an error by code, then type, then status; by message only if no code is common, see {@link TooLong}. */
public final class ErrorTable {
    private static final Map<String, ModelErrorKind> BY_CODE = Map.ofEntries(
            Map.entry("context_length_exceeded", ModelErrorKind.CONTEXT_TOO_LONG),
            Map.entry("context_window_exceeded", ModelErrorKind.CONTEXT_TOO_LONG),
            Map.entry("ContextWindowExceededError", ModelErrorKind.CONTEXT_TOO_LONG),
            Map.entry("prompt_too_long", ModelErrorKind.CONTEXT_TOO_LONG),
            Map.entry("input_too_long", ModelErrorKind.CONTEXT_TOO_LONG),
            Map.entry("request_too_large", ModelErrorKind.CONTEXT_TOO_LONG),
            Map.entry("content_filter", ModelErrorKind.REFUSED_BY_POLICY),
            Map.entry("content_policy_violation", ModelErrorKind.REFUSED_BY_POLICY),
            Map.entry("ResponsibleAIPolicyViolation", ModelErrorKind.REFUSED_BY_POLICY),
            Map.entry("invalid_api_key", ModelErrorKind.CREDENTIALS),
            Map.entry("unsupported_country_region_territory", ModelErrorKind.CREDENTIALS),
            Map.entry("model_not_found", ModelErrorKind.MODEL_NOT_FOUND),
            Map.entry("DeploymentNotFound", ModelErrorKind.MODEL_NOT_FOUND),
            Map.entry("insufficient_quota", ModelErrorKind.QUOTA),
            Map.entry("credit_balance_exhausted", ModelErrorKind.QUOTA),
            Map.entry("organization_spend_limit_exceeded", ModelErrorKind.QUOTA),
            Map.entry("project_spend_limit_exceeded", ModelErrorKind.QUOTA),
            Map.entry("organization_usage_limit_exceeded", ModelErrorKind.QUOTA),
            Map.entry("billing_hard_limit_reached", ModelErrorKind.QUOTA),
            Map.entry("billing_not_active", ModelErrorKind.QUOTA),
            Map.entry("rate_limit_exceeded", ModelErrorKind.RATE_LIMITED),
            Map.entry("slow_down", ModelErrorKind.RATE_LIMITED),
            Map.entry("server_is_overloaded", ModelErrorKind.OVERLOADED),
            Map.entry("server_error", ModelErrorKind.SERVER_ERROR));

    private static final Map<String, ModelErrorKind> BY_TYPE = Map.of(
            "exceed_context_size_error", ModelErrorKind.CONTEXT_TOO_LONG,
            "ContextWindowExceededError", ModelErrorKind.CONTEXT_TOO_LONG,
            "insufficient_quota", ModelErrorKind.QUOTA,
            "service_unavailable_error", ModelErrorKind.OVERLOADED,
            "overloaded_error", ModelErrorKind.OVERLOADED,
            "authentication_error", ModelErrorKind.CREDENTIALS,
            "permission_error", ModelErrorKind.CREDENTIALS,
            "rate_limit_error", ModelErrorKind.RATE_LIMITED,
            "server_error", ModelErrorKind.SERVER_ERROR,
            "internal_server_error", ModelErrorKind.SERVER_ERROR);

    private ErrorTable() {}

    public static ModelErrorKind refused(int status, UpstreamError error) {
        ModelErrorKind byCode = error.code() == null ? null : BY_CODE.get(error.code());
        if (byCode != null && byCode != ModelErrorKind.RATE_LIMITED && byCode != ModelErrorKind.SERVER_ERROR) {
            return byCode;
        }
        ModelErrorKind byType = error.type() == null ? null : BY_TYPE.get(error.type());
        boolean mayBeLong = byType == null || byType == ModelErrorKind.SERVER_ERROR
                || byType == ModelErrorKind.RATE_LIMITED;
        if (mayBeLong && TooLong.says(status, error)) {
            return ModelErrorKind.CONTEXT_TOO_LONG;
        }
        if (byCode != null) {
            return byCode;
        }
        return byType != null ? byType : byStatus(status);
    }

    /** An error in a stream that began with 200. Some gateways put the real status into its code. */
    static ModelErrorKind inStream(UpstreamError error) {
        return refused(statusInStream(error), error);
    }

    public static int statusInStream(UpstreamError error) {
        return statusIn(error.code());
    }

    private static ModelErrorKind byStatus(int status) {
        return switch (status) {
            case 401, 403 -> ModelErrorKind.CREDENTIALS;
            case 402 -> ModelErrorKind.QUOTA;
            // Usually a proxy's limit; a shorter prompt helps.
            case 413 -> ModelErrorKind.CONTEXT_TOO_LONG;
            case 404 -> ModelErrorKind.MODEL_NOT_FOUND;
            case 408, 409 -> ModelErrorKind.TRY_AGAIN;
            case 429 -> ModelErrorKind.RATE_LIMITED;
            case 503, 529 -> ModelErrorKind.OVERLOADED;
            default -> status >= 500 ? ModelErrorKind.SERVER_ERROR : ModelErrorKind.BAD_REQUEST;
        };
    }

    private static int statusIn(@Nullable String code) {
        return code != null && code.matches("[45]\\d\\d") ? Integer.parseInt(code) : 500;
    }
}
