package dev.parley.operator;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** An action of the operator. {@code action} is such as `shop.suspend`; {@code address} is the caller's. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperatorEntry(UUID id, Instant at, String action, String slug, @Nullable UUID shopId,
        @Nullable String address) {}
