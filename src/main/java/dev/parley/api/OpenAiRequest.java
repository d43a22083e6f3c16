package dev.parley.api;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenAI client sends. Clients send much besides that says how a model should write; here the shop says that, so it is let pass.
 *
 * @param user the shop's own id of the customer
 * @param metadata `conversation` goes on in a stored one
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record OpenAiRequest(@Nullable String model, @Nullable List<@Nullable Message> messages,
        @Nullable Boolean stream, @Nullable StreamOptions streamOptions, @Nullable Integer n,
        @Nullable JsonNode tools, @Nullable JsonNode functions, @Nullable ResponseFormat responseFormat,
        @Nullable String user, @Nullable Map<String, @Nullable String> metadata) {

    /** One line; its content is a text or a list of parts. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Message(@Nullable String role, @Nullable JsonNode content) {}

    /** What a stream is to hold. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StreamOptions(@Nullable Boolean includeUsage) {}

    /** The kind of text that is wanted. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ResponseFormat(@Nullable String type) {}
}
