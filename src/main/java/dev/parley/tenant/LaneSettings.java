package dev.parley.tenant;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A model on a server, as a shop configures it. Null means the default of the server's kind.
 *
 * @param kind {@code openai}, {@code azure} or {@code compatible}
 * @param model an alias or a pinned snapshot
 * @param window context window in tokens, input and output
 * @param price {@code input/output} or {@code input/cached/output} per million tokens in the service's currency; null:
 * see the price list
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneSettings(String name, String kind, String baseUrl, @Nullable String deployment,
        @Nullable String apiVersion, @Nullable String sealedKey, String model, @Nullable String region,
        @Nullable Integer window, @Nullable String price, @Nullable Parameters parameters,
        @Nullable Timeouts timeouts) {

    /**
     * {@code maxTokens} is {@code max_tokens} or {@code max_completion_tokens}; a null {@code temperature} is not sent.
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parameters(@Nullable String maxTokens, @Nullable Double temperature, @Nullable Boolean stream,
            @Nullable Boolean streamOptions, @Nullable Boolean storeFalse, @Nullable Boolean safetyIdentifier) {
        public static final Parameters USUAL = new Parameters(null, null, null, null, null, null);
    }

    /** In milliseconds. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Timeouts(@Nullable Integer connectMs, @Nullable Integer firstTokenMs,
            @Nullable Integer betweenTokensMs, @Nullable Integer totalMs) {
        public static final Timeouts USUAL = new Timeouts(null, null, null, null);
    }

    public LaneSettings withKey(@Nullable String sealed) {
        return new LaneSettings(name, kind, baseUrl, deployment, apiVersion, sealed, model, region, window, price,
                parameters,
                timeouts);
    }

    /** A key must never be sent to a server that it was not entered for. */
    public boolean sameServer(LaneSettings other) {
        return kind.equals(other.kind) && baseUrl.equals(other.baseUrl);
    }

    /** The full content for an ETag; never log it. */
    String whole() {
        return Arrays.asList(name, kind, baseUrl, deployment, apiVersion, sealedKey, model, region, window, price,
                parameters, timeouts).toString();
    }

    @Override
    public String toString() {
        return "lane " + name + " (" + kind + ", " + model + ")";
    }
}
