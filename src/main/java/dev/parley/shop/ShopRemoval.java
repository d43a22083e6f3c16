package dev.parley.shop;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The receipt for a deleted shop, kept without its content.
 *
 * @param purgeAt end of the grace period
 * @param deleted rows by kind; grows while the purge runs
 * @param remaining rows that named the shop after the purge, in any table: 0
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShopRemoval(UUID id, @JsonIgnore TenantId shopId, String slug, Instant deletedAt, Instant purgeAt,
        @Nullable Instant restoredAt, @Nullable Instant startedAt, @Nullable Instant purgedAt,
        Map<String, Long> deleted, @Nullable Long remaining) {}
