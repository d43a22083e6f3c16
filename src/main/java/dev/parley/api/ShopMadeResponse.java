package dev.parley.api;

import java.time.Instant;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new shop with its secrets, readable only here. {@code adminLink} lets the administrator choose a password once. */
@Schema(examples = """
        {"shop": {"id": "018f3b5e-7c1a-7000-8000-000000000010", "slug": "shoes", "name": "Alder & Pine",
         "origins": ["https://shop.example"], "suspended": false, "limits": {"messages_per_minute": 600},
         "created_at": "2026-11-23T10:00:00Z", "deleted": false},
         "api_key": "pk_4fZbXq2vS9b1m7c0R3tYw8uKfJhLpDnG5aEiOoVxZzQ",
         "admin_link": "https://chat.example/console#password=Xq2vS9b1m7c0R3tYw8uKfJhLpDnG5aEiOoVxZzQ4fZb",
         "admin_email": "ada@shop.example", "admin_link_expires_at": "2026-11-26T10:00:00Z"}""")
@JsonNaming(SnakeCaseStrategy.class)
public record ShopMadeResponse(ShopResponse shop, String apiKey, String adminLink, String adminEmail,
        Instant adminLinkExpiresAt) {
    /** Omits the secrets. */
    @Override
    public String toString() {
        return "ShopMadeResponse[hidden]";
    }
}
