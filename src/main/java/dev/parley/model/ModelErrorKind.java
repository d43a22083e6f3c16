package dev.parley.model;

import java.util.Locale;

/** What went wrong upstream, in the words that logs, metrics and the answer's row use. */
public enum ModelErrorKind {
    /** Neither a key nor a base URL is set. */
    NOT_CONFIGURED,
    /** There are models, but none within the border that the tenant must not cross. */
    OUTSIDE_REGION,
    /** A tenant's base URL leads to where a tenant has no business. */
    ADDRESS_REFUSED,
    /** Too fast: waiting helps. */
    RATE_LIMITED,
    /** Money or a hard limit: waiting does not help, an operator must act. */
    QUOTA,
    /** Key, organization, address or region refused. */
    CREDENTIALS,
    /** The model is unknown, retired or not ours to use. */
    MODEL_NOT_FOUND, CONTEXT_TOO_LONG,
    /** The provider's policy refused the prompt. */
    REFUSED_BY_POLICY,
    /** The upstream did not like our request: our bug or a parameter that this server does not take. */
    BAD_REQUEST,
    /** 408 and 409: the request was fine, its moment was not. */
    TRY_AGAIN, OVERLOADED, SERVER_ERROR, TIMEOUT_FIRST_TOKEN, TIMEOUT_BETWEEN, TIMEOUT_TOTAL,
    /** No connection, or it broke before the answer's first byte. */
    CONNECTION,
    /** The upstream answered something that is not the protocol, such as an HTML page or an empty answer. */
    MALFORMED,
    /** The stream broke off. */
    INTERRUPTED,
    /** The upstream is failing, so it was not even asked. */
    BREAKER_OPEN,
    /** All connections are taken and the queue for them is full. */
    BUSY;

    /** The stable code: {@code rate_limited}, {@code timeout_first_token} … */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the upstream may charge for a call that ended so. What it refuses costs nothing; what it may have worked on counts. */
    public boolean mayBeBilled() {
        return switch (this) {
            case TIMEOUT_FIRST_TOKEN, TIMEOUT_BETWEEN, TIMEOUT_TOTAL, MALFORMED, INTERRUPTED -> true;
            case NOT_CONFIGURED, OUTSIDE_REGION, ADDRESS_REFUSED, RATE_LIMITED, QUOTA, CREDENTIALS, MODEL_NOT_FOUND,
                    CONTEXT_TOO_LONG, REFUSED_BY_POLICY, BAD_REQUEST, TRY_AGAIN, OVERLOADED, SERVER_ERROR, CONNECTION,
                    BREAKER_OPEN, BUSY ->
                false;
        };
    }

    /** Whether the upstream has seen anything of the call. */
    public boolean asked() {
        return this != BREAKER_OPEN && this != BUSY && this != ADDRESS_REFUSED;
    }

    /** Whether it says that the upstream is down. What it refuses for a reason of ours (any 4xx) never does. */
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
