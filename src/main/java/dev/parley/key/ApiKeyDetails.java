package dev.parley.key;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.tenant.TenantId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key in REST. {@code hint} are its first characters; {@code lastUsedAt} is to the minute. */
@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000006", "name": "Shop system", "scopes": ["conversations",
         "faq"], "hint": "pk_4fZb…", "created_at": "2026-11-23T10:00:00Z"}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKeyDetails(UUID id, @JsonIgnore TenantId tenant, String name, List<String> scopes,
        @Nullable String hint, Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant lastUsedAt,
        @Nullable UUID replacedBy, @Nullable Integer requestsPerMinute) {}
