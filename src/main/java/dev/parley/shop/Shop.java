package dev.parley.shop;

import java.time.Instant;
import java.util.List;

import dev.parley.platform.Etag;
import dev.parley.tenant.ShopLimits;
import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** A shop as the operator sees it. {@code deletedAt} is set while it can be restored, until {@code purgeAt}. */
public record Shop(TenantId id, String slug, String name, List<String> origins, @Nullable Instant suspendedAt,
        ShopLimits limits, Instant createdAt, @Nullable Instant deletedAt, @Nullable Instant purgeAt) {
    public String etag() {
        return Etag.of(toString());
    }
}
