package dev.parley.conversation.answer;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * The basis of an answer, kept for the shop.
 *
 * @param understood null in old rows
 * @param entries search results, best first
 * @param prompt null without a model call
 * @param modelError why the model did not answer
 * @param tokensEstimated our own count
 * @param cost of all calls, in the service's currency
 * @param invented facts of the model without a source
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Evidence(
        @Nullable Understood understood,
        List<Entry> entries,
        @Nullable List<Sent> prompt,
        @Nullable String model,
        @Nullable String modelRequestId,
        @Nullable String modelError,
        int modelAttempts,
        int promptTokens,
        int answerTokens,
        boolean tokensEstimated,
        @Nullable String cost,
        @Nullable Long firstTextMillis,
        @Nullable Long totalMillis,
        @Nullable List<Action> actions,
        @Nullable List<String> invented) {
    public static final Evidence NONE = of(List.of());

    public Evidence {
        // Absent in old rows.
        entries = entries == null ? List.of() : entries;
    }

    /**
     * The recognized intent: {@code question}, {@code greeting}, {@code person} … {@code searchedFor} differs from the
     * visitor's words {@code by} {@code context}, {@code spelling} or {@code model}.
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Understood(String language, String wants, @Nullable String searchedFor, @Nullable String by,
            @Nullable List<Mended> corrections) {
        public Understood(String language, String wants, @Nullable String searchedFor, @Nullable String by) {
            this(language, wants, searchedFor, by, null);
        }
    }

    public record Mended(String typed, String meant) {}

    public record Entry(UUID id, String question, double score, String verdict) {}

    public record Sent(String role, String text) {}

    /** {@code arguments} as the model gave them. */
    public record Action(String name, String arguments, String outcome, @Nullable Integer status, long millis) {}

    public static Evidence of(List<Entry> entries) {
        return new Evidence(null, entries, null, null, null, null, 0, 0, 0, false, null, null, null, null, null);
    }

    public Evidence understoodAs(Understood wants) {
        return new Evidence(wants, entries, prompt, model, modelRequestId, modelError, modelAttempts, promptTokens,
                answerTokens, tokensEstimated, cost, firstTextMillis, totalMillis, actions, invented);
    }

    public Evidence found(List<Entry> matches) {
        return new Evidence(understood, matches, prompt, model, modelRequestId, modelError, modelAttempts, promptTokens,
                answerTokens, tokensEstimated, cost, firstTextMillis, totalMillis, actions, invented);
    }

    public Evidence sent(List<Sent> messages, int tokens) {
        return new Evidence(understood, entries, messages, model, modelRequestId, modelError, modelAttempts, tokens,
                answerTokens, true, cost, firstTextMillis, totalMillis, actions, invented);
    }

    public Evidence answeredBy(String resolvedModel, @Nullable String requestId, int attempts) {
        return new Evidence(understood, entries, prompt, resolvedModel, requestId, modelError, attempts, promptTokens,
                answerTokens, tokensEstimated, cost, firstTextMillis, totalMillis, actions, invented);
    }

    public Evidence paid(String total, int input, int output, boolean estimated) {
        return new Evidence(understood, entries, prompt, model, modelRequestId, modelError, modelAttempts, input,
                output, estimated, total, firstTextMillis, totalMillis, actions, invented);
    }

    public Evidence failed(String error, int attempts) {
        return new Evidence(understood, entries, prompt, model, modelRequestId, error, attempts, promptTokens,
                answerTokens, tokensEstimated, cost, firstTextMillis, totalMillis, actions, invented);
    }

    public Evidence took(@Nullable Long firstText, long total) {
        return new Evidence(understood, entries, prompt, model, modelRequestId, modelError, modelAttempts, promptTokens,
                answerTokens, tokensEstimated, cost, firstText, total, actions, invented);
    }

    public Evidence acted(List<Action> carriedOut) {
        return new Evidence(understood, entries, prompt, model, modelRequestId, modelError, modelAttempts, promptTokens,
                answerTokens, tokensEstimated, cost, firstTextMillis, totalMillis, carriedOut, invented);
    }

    public Evidence inventing(List<String> facts) {
        return new Evidence(understood, entries, prompt, model, modelRequestId, modelError, modelAttempts, promptTokens,
                answerTokens, tokensEstimated, cost, firstTextMillis, totalMillis, actions, facts);
    }
}
