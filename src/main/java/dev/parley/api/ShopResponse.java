package dev.parley.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.shop.Shop;
import dev.parley.tenant.ShopLimits;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code limits}: the shop's own. {@code purgeAt}: until then a PATCH with `deleted` false restores it. */
@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000010", "slug": "shoes", "name": "Alder & Pine",
         "origins": ["https://shop.example"], "suspended": true, "limits": {"messages_per_minute": 600},
         "created_at": "2026-11-23T10:00:00Z", "deleted": false, "suspended_at": "2026-11-23T10:00:00Z"}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShopResponse(UUID id, String slug, String name, List<String> origins, boolean suspended,
        @Nullable Instant suspendedAt, ShopLimits limits, Instant createdAt, boolean deleted,
        @Nullable Instant deletedAt, @Nullable Instant purgeAt) {
    static ShopResponse of(Shop shop) {
        return new ShopResponse(shop.id().value(), shop.slug(), shop.name(), shop.origins(),
                shop.suspendedAt() != null, shop.suspendedAt(), shop.limits(), shop.createdAt(),
                shop.deletedAt() != null, shop.deletedAt(), shop.purgeAt());
    }
}
