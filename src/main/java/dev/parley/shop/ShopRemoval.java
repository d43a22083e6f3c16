package dev.parley.shop;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.tenant.TenantId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code deleted} counts rows by kind; {@code remaining} counts rows that name the shop after the purge: 0. */
@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000011", "slug": "shoes", "deleted_at": "2026-11-23T10:00:00Z",
         "purge_at": "2026-11-30T10:00:00Z", "deleted": {"conversations": 1204, "messages": 9711,
         "faq_entries": 212, "agents": 4, "api_keys": 2}, "started_at": "2026-11-30T10:00:21Z",
         "purged_at": "2026-11-30T10:00:24Z", "remaining": 0}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShopRemoval(UUID id, @JsonIgnore TenantId shopId, String slug, Instant deletedAt, Instant purgeAt,
        @Nullable Instant restoredAt, @Nullable Instant startedAt, @Nullable Instant purgedAt,
        Map<String, Long> deleted, @Nullable Long remaining) {}
