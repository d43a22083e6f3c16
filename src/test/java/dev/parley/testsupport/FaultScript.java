package dev.parley.testsupport;

import java.util.Collections;

/** Known faults of model servers, as a stream or as one plain reply. */
public enum FaultScript {
    KEY_REFUSED,
    REGION_REFUSED,
    MODEL_GONE,
    CONTEXT_TOO_LONG,
    TOO_FAST,
    QUOTA_SPENT,
    SERVER_ERROR,
    OVERLOADED,
    RESET_BEFORE_HEADERS,
    RESET_AFTER_HEADERS,
    STALL_BEFORE_TEXT,
    STALL_AFTER_TEXT,
    NOT_JSON,
    SPLIT_CHARACTERS,
    NO_DONE,
    ERROR_IN_STREAM,
    EMPTY_CHOICES,
    CONTENT_FILTER,
    CUT_AT_LENGTH,
    HTML_PAGE,
    SLOW_DRIP;

    /** A complete answer. */
    public static final String WHOLE = "Thirty däys 👟";
    /** The text that {@link #STALL_AFTER_TEXT} and {@link #ERROR_IN_STREAM} send before they break. */
    public static final String PARTIAL = "Thirty ";

    public Reply streamed() {
        return switch (this) {
            case KEY_REFUSED -> Reply.error(401, "invalid_api_key", "invalid_request_error");
            case REGION_REFUSED -> Reply.error(403, "unsupported_country_region_territory", "request_forbidden");
            case MODEL_GONE -> Reply.error(404, "model_not_found", "invalid_request_error");
            case CONTEXT_TOO_LONG -> Reply.error(400, "context_length_exceeded", "invalid_request_error");
            case TOO_FAST -> Reply.error(429, "rate_limit_exceeded", "requests");
            case QUOTA_SPENT -> Reply.error(429, "insufficient_quota", "insufficient_quota");
            case SERVER_ERROR -> Reply.error(500, "server_error", "server_error");
            case OVERLOADED -> Reply.error(503, "server_is_overloaded", "service_unavailable_error");
            case RESET_BEFORE_HEADERS -> Reply.answer("Thirty").cutBeforeHeaders().reset();
            case RESET_AFTER_HEADERS -> Reply.answer("Thirty").cutAfter(0).reset();
            case STALL_BEFORE_TEXT -> Reply.answer("Thirty").stallAfter(0);
            case STALL_AFTER_TEXT -> Reply.answer("Thir", "ty ", "days").stallAfter(2);
            case NOT_JSON -> Reply.raw(200, "text/event-stream", "data: {nonsense\n\n");
            case SPLIT_CHARACTERS -> Reply.answer("Thirty ", "däys 👟").split(1);
            case NO_DONE -> Reply.answer("Thirty ", "däys 👟").withoutDone();
            case ERROR_IN_STREAM -> Reply.answer("Thir", "ty ", "days").errorAfter(2, "server_error", null);
            case EMPTY_CHOICES -> Reply.answer("Thirty ", "däys 👟").emptyChoices();
            case CONTENT_FILTER -> Reply.answer("Thir", "ty ").finish("content_filter");
            case CUT_AT_LENGTH -> Reply.answer("Thir", "ty ").finish("length");
            case HTML_PAGE -> Reply.raw(200, "text/html", "<!DOCTYPE html><html>Welcome to Wi-Fi</html>");
            case SLOW_DRIP -> Reply.answer(Collections.nCopies(1000, "drip ").toArray(String[]::new)).every(5);
        };
    }

    /** The same fault in a reply of one JSON document. A drip of bytes becomes a document without an end. */
    public Reply plain() {
        return switch (this) {
            case NOT_JSON -> Reply.raw(200, "application/json", "{nonsense}");
            case SLOW_DRIP -> Reply.answer(PARTIAL).stallAfter(1).plain();
            default -> streamed().plain();
        };
    }
}
