package dev.parley.turn;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * What an answer stands on and what it took, kept with its row for the shop's people.
 *
 * @param entries what the search found, best first
 * @param prompt what the model was sent; null when it was not asked
 * @param modelError why the model did not answer; null when it did or was not asked
 * @param tokensEstimated the upstream did not count, so we did
 * @param cost of the calls, in the service's currency; null when no model was asked
 * @param actions that were carried out for it; null for none
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Evidence(
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
        @Nullable List<Action> actions) {

    record Entry(UUID id, String question, double score, String verdict) {}

    record Sent(String role, String text) {}

    /** With the arguments as the model gave them. */
    record Action(String name, String arguments, String outcome, @Nullable Integer status, long millis) {}

    static Evidence of(List<Entry> entries) {
        return new Evidence(entries, null, null, null, null, 0, 0, 0, false, null, null, null, null);
    }

    Evidence sent(List<Sent> messages, int tokens) {
        return new Evidence(entries, messages, model, modelRequestId, modelError, modelAttempts, tokens, answerTokens,
                true, cost,
                firstTextMillis, totalMillis, actions);
    }

    Evidence answeredBy(String resolvedModel, @Nullable String requestId, int attempts) {
        return new Evidence(entries, prompt, resolvedModel, requestId, modelError, attempts, promptTokens, answerTokens,
                tokensEstimated, cost,
                firstTextMillis, totalMillis, actions);
    }

    Evidence paid(Bill bill) {
        return new Evidence(entries, prompt, model, modelRequestId, modelError, modelAttempts, bill.tokens().input(),
                bill.tokens().output(), bill.estimated(), bill.cost().toString(), firstTextMillis, totalMillis,
                actions);
    }

    Evidence failed(String error, int attempts) {
        return new Evidence(entries, prompt, model, modelRequestId, error, attempts, promptTokens, answerTokens,
                tokensEstimated, cost,
                firstTextMillis, totalMillis, actions);
    }

    Evidence took(@Nullable Long firstText, long total) {
        return new Evidence(entries, prompt, model, modelRequestId, modelError, modelAttempts, promptTokens,
                answerTokens,
                tokensEstimated, cost, firstText, total, actions);
    }

    Evidence acted(List<Action> carriedOut) {
        return new Evidence(entries, prompt, model, modelRequestId, modelError, modelAttempts, promptTokens,
                answerTokens, tokensEstimated, cost, firstTextMillis, totalMillis, carriedOut);
    }
}
