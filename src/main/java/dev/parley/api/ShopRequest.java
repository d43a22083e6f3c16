package dev.parley.api;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.ParleyException;
import dev.parley.shop.NewShop;
import dev.parley.shop.ShopChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new shop, or changes to one, where absent fields stay. A null limit resets to the default; {@code adminEmail} is
 * for a new shop only; a false {@code deleted} restores a deleted shop.
 */
@Schema(examples = """
        {"slug": "shoes", "name": "Alder & Pine", "origins": ["https://shop.example"],
         "limits": {"messages_per_minute": 600, "faq_entries": 5000, "agents": 20, "api_keys": 10},
         "admin_email": "ada@shop.example"}""")
@JsonNaming(SnakeCaseStrategy.class)
public record ShopRequest(@Nullable String slug, @Nullable String name, @Nullable List<@Nullable String> origins,
        @Nullable Boolean suspended, @Nullable Map<String, @Nullable Integer> limits, @Nullable String adminEmail,
        @Nullable Boolean deleted) {

    NewShop newShop() {
        if (deleted != null) {
            throw ParleyException.field("deleted", "bad_deleted", "is for a PATCH that restores a shop.");
        }
        return NewShop.of(slug, name, origins, Boolean.TRUE.equals(suspended), limits == null ? Map.of() : limits,
                adminEmail);
    }

    /** {@code known} is the unchangeable slug. */
    ShopChange change(String known) {
        if (slug != null && !slug.equals(known)) {
            throw ParleyException.invalid("slug_fixed",
                    "A shop keeps its slug: it stands in the shop's pages. Make another shop instead.");
        }
        if (adminEmail != null) {
            throw ParleyException.field("admin_email", "bad_admin_email",
                    "is for a new shop; an administrator invites others in the console.");
        }
        if (Boolean.TRUE.equals(deleted)) {
            throw ParleyException.invalid("bad_deleted", "To delete a shop, send DELETE. Here `deleted` is false.");
        }
        return ShopChange.of(name, origins, suspended, limits == null ? Map.of() : limits);
    }

    boolean restores() {
        return Boolean.FALSE.equals(deleted);
    }

    boolean changes() {
        return name != null || origins != null || suspended != null || limits != null;
    }
}
