package dev.parley.tenant;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** A shop. {@code slug} is its name in snippets; {@code suspended}: visitors are refused, nothing may change. */
public record Tenant(
        TenantId id,
        String slug,
        String name,
        TenantSettings settings,
        ModelSettings models,
        @Nullable Duration retention,
        VisitorKey visitorKey,
        boolean suspended,
        ShopLimits limits) {
    public AllowedOrigins allowedOrigins() {
        return new AllowedOrigins(settings.allowedOrigins());
    }
}
