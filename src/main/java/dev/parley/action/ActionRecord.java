package dev.parley.action;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An action call for agents and the visitor's export. {@code id} is the `Idempotency-Key`; {@code outcome} is null
 * while pending, `unknown` if it cannot be determined; {@code agreedSeq} is the message with the consent.
 */
@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000031", "name": "cancel_order",
         "arguments": "{\\"number\\":\\"A-7\\"}", "consent": true, "state": "ended", "outcome": "done",
         "status": 200, "asked_at": "2026-11-29T10:00:00Z", "answered_at": "2026-11-29T10:00:20Z",
         "agreed_seq": 3, "begun_at": "2026-11-29T10:00:20Z", "tries": 1, "ended_at": "2026-11-29T10:00:21Z",
         "conversation": "018f3b5e-7c1a-7000-8000-000000000003"}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionRecord(UUID id, String name, String arguments, boolean consent,
        @Schema(enumeration = {"asked", "declined", "agreed", "performing", "ended"}) String state,
        @Nullable String outcome, @Nullable Integer status, @Nullable Instant askedAt, @Nullable Instant answeredAt,
        @Nullable Long agreedSeq, @Nullable Instant begunAt, int tries, @Nullable Instant endedAt, UUID conversation){}
