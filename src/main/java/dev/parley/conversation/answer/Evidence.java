package dev.parley.conversation.answer;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * What an answer stands on and what it took, kept with its row for the shop's people.
 *
 * @param understood what the visitor wants; null for answers from before this was kept
 * @param entries what the search found, best first
 * @param prompt what the model was sent; null when it was not asked
 * @param modelError why the model did not answer; null when it did or was not asked
 * @param tokensEstimated the upstream did not count, so we did
 * @param cost of the calls, in the service's currency; null when no model was asked
 * @param actions that were carried out for it; null for none
 * @param invented what the model wrote of amounts, dates and the like that stands in no source; null for none
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
    /** Of an answer that stands on nothing. */
    public static final Evidence NONE = of(List.of());

    public Evidence {
        // Rows from before entries were kept.
        entries = entries == null ? List.of() : entries;
    }

    /**
     * What the visitor was understood to want.
     *
     * @param wants {@code question}, {@code greeting}, {@code person} …
     * @param searchedFor the wording that was searched for; null where it is the visitor's own
     * @param by who put it into that wording: {@code context}, {@code spelling}, {@code model}; null where nobody did
     * @param corrections typing errors that were mended in it; null where there were none
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

    /** A typing error, and what it was taken for. */
    public record Mended(String typed, String meant) {}

    /** A found entry. */
    public record Entry(UUID id, String question, double score, String verdict) {}

    /** A message of the prompt. */
    public record Sent(String role, String text) {}

    /** With the arguments as the model gave them. */
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
