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
 * The receipt for a deleted shop: kept after all else is gone, without a word of what was in it.
 *
 * @param purgeAt until then it can be restored
 * @param deleted how many rows went, by kind; grows while the purge runs
 * @param remaining rows of any table that named the shop when the purge was done: 0
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShopRemoval(UUID id, @JsonIgnore TenantId shopId, String slug, Instant deletedAt, Instant purgeAt,
        @Nullable Instant restoredAt, @Nullable Instant startedAt, @Nullable Instant purgedAt,
        Map<String, Long> deleted, @Nullable Long remaining) {}
