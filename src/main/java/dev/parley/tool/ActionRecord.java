package dev.parley.tool;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A call of an action as the shop's people and the visitor's export see it.
 *
 * @param id what the shop's server got as `Idempotency-Key`
 * @param consent whether the visitor is or was asked
 * @param outcome null while nothing is known; `unknown` when nobody will ever know
 * @param agreedSeq the visitor's message that says yes
 * @param tries how often it was sent
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionRecord(UUID id, String name, String arguments, boolean consent, String state,
        @Nullable String outcome, @Nullable Integer status, @Nullable Instant askedAt, @Nullable Instant answeredAt,
        @Nullable Long agreedSeq, @Nullable Instant begunAt, int tries, @Nullable Instant endedAt, UUID conversation) {}
