package dev.parley.operator;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An action of the operator. {@code action} is such as `shop.suspend`; {@code address} is the caller's. */
@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000012", "at": "2026-11-23T10:00:00Z", "action": "shop.create",
         "slug": "shoes", "shop_id": "018f3b5e-7c1a-7000-8000-000000000010", "address": "203.0.113.7"}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperatorEntry(UUID id, Instant at, String action, String slug, @Nullable UUID shopId,
        @Nullable String address) {}
