package dev.parley.tenant;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A shop.
 *
 * @param slug its name in snippets and requests
 * @param models {@link ModelSettings#NONE}: the operator's
 * @param retention how long an idle conversation is kept; null: the default
 * @param visitorKey signs its visitors' tokens
 * @param suspended visitors are refused, and nothing may be changed
 */
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
