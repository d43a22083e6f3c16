package dev.parley.tool;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * An action call for agents and the visitor's export.
 *
 * @param id the `Idempotency-Key` sent to the shop
 * @param outcome null while pending; `unknown` if it cannot be determined
 * @param agreedSeq the visitor's message with the consent
 * @param tries number of attempts
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionRecord(UUID id, String name, String arguments, boolean consent, String state,
        @Nullable String outcome, @Nullable Integer status, @Nullable Instant askedAt, @Nullable Instant answeredAt,
        @Nullable Long agreedSeq, @Nullable Instant begunAt, int tries, @Nullable Instant endedAt, UUID conversation) {}
