package dev.parley.tenant;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * One model at one server, as a shop sets it. What is null is as the kind of server usually has it.
 *
 * @param kind {@code openai}, {@code azure} or {@code compatible}
 * @param sealedKey unreadable without the service's own key
 * @param model an alias, or a pinned snapshot
 * @param region where the server works, in the shop's words
 * @param window tokens that the model reads and writes together
 * @param price what this server takes, {@code input/output} or {@code input/cached/output} per million tokens in the service's currency;
 *        null: as the price list says
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneSettings(String name, String kind, String baseUrl, @Nullable String deployment,
        @Nullable String apiVersion, @Nullable String sealedKey, String model, @Nullable String region,
        @Nullable Integer window, @Nullable String price, @Nullable Parameters parameters,
        @Nullable Timeouts timeouts) {

    /**
     * Which parameters the model takes.
     *
     * @param maxTokens {@code max_tokens} or {@code max_completion_tokens}
     * @param temperature null: not sent
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

    /** Whether a key for the one is a key for the other: it must never be sent to where it was not typed for. */
    public boolean sameServer(LaneSettings other) {
        return kind.equals(other.kind) && baseUrl.equals(other.baseUrl);
    }

    /** All of it, to tell one state from another; never for a log. */
    String whole() {
        return Arrays.asList(name, kind, baseUrl, deployment, apiVersion, sealedKey, model, region, window, price,
                parameters, timeouts).toString();
    }

    @Override
    public String toString() {
        return "lane " + name + " (" + kind + ", " + model + ")";
    }
}
