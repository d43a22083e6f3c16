package dev.parley.model;

import java.util.Locale;

/** Kinds of failure, as used in logs, metrics and the answer's row. */
public enum ModelErrorKind {
    /** Neither key nor base URL is set. */
    NOT_CONFIGURED,
    /** No model is inside the tenant's region. */
    OUTSIDE_REGION,
    /** The outgoing guard refused a tenant's base URL. */
    ADDRESS_REFUSED,
    /** Waiting helps. */
    RATE_LIMITED,
    /** Quota or credit is spent: waiting does not help. */
    QUOTA,
    /** Key, organization, address or region refused. */
    CREDENTIALS,
    /** Unknown, retired, or not available to this key. */
    MODEL_NOT_FOUND,
    CONTEXT_TOO_LONG,
    /** The provider's policy refused the prompt. */
    REFUSED_BY_POLICY,
    /** Our bug, or a parameter that this server does not accept. */
    BAD_REQUEST,
    /** 408 and 409: a retry may succeed. */
    TRY_AGAIN,
    OVERLOADED,
    SERVER_ERROR,
    TIMEOUT_FIRST_TOKEN,
    TIMEOUT_BETWEEN,
    TIMEOUT_TOTAL,
    /** No connection, or it broke before the first byte of the answer. */
    CONNECTION,
    /** Not the protocol, such as an HTML page or an empty answer. */
    MALFORMED,
    /** The stream broke. */
    INTERRUPTED,
    /** Not called, because the upstream is failing. */
    BREAKER_OPEN,
    /** All connections are in use and the queue is full. */
    BUSY;

    /** A stable code such as {@code rate_limited} or {@code timeout_first_token}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** False if the upstream refused; true if it may have worked on the call. */
    public boolean mayBeBilled() {
        return switch (this) {
            case TIMEOUT_FIRST_TOKEN, TIMEOUT_BETWEEN, TIMEOUT_TOTAL, MALFORMED, INTERRUPTED -> true;
            case NOT_CONFIGURED, OUTSIDE_REGION, ADDRESS_REFUSED, RATE_LIMITED, QUOTA, CREDENTIALS, MODEL_NOT_FOUND,
                    CONTEXT_TOO_LONG, REFUSED_BY_POLICY, BAD_REQUEST, TRY_AGAIN, OVERLOADED, SERVER_ERROR, CONNECTION,
                    BREAKER_OPEN, BUSY ->
                false;
        };
    }

    /** True if the upstream received the call. */
    public boolean asked() {
        return this != BREAKER_OPEN && this != BUSY && this != ADDRESS_REFUSED;
    }

    /** True if it suggests that the upstream is down; never for a 4xx. */
    public boolean outage() {
        return switch (this) {
            case OVERLOADED, SERVER_ERROR, TIMEOUT_FIRST_TOKEN, TIMEOUT_BETWEEN, TIMEOUT_TOTAL, CONNECTION,
                    INTERRUPTED ->
                true;
            case NOT_CONFIGURED, OUTSIDE_REGION, ADDRESS_REFUSED, RATE_LIMITED, QUOTA, CREDENTIALS, MODEL_NOT_FOUND,
                    CONTEXT_TOO_LONG, REFUSED_BY_POLICY,
                    BAD_REQUEST, TRY_AGAIN, MALFORMED, BREAKER_OPEN, BUSY ->
                false;
        };
    }
}
