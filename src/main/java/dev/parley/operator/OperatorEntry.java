package dev.parley.operator;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * Something that the operator did.
 *
 * @param action such as `shop.suspend`
 * @param address where the request came from
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperatorEntry(UUID id, Instant at, String action, String slug, @Nullable UUID shopId,
        @Nullable String address) {}
