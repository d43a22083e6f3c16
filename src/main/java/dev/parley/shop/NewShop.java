package dev.parley.shop;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.parley.agent.AgentDetails;
import dev.parley.agent.AgentRole;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.ShopLimits;
import dev.parley.tenant.WidgetRules;
import org.jspecify.annotations.Nullable;

public record NewShop(String slug, String name, List<String> origins, boolean suspended, ShopLimits limits,
        AgentDetails administrator) {
    /** Slugs with a meaning in Parley; `demo` must not return as another shop. */
    private static final Set<String> RESERVED = Set.of("admin", "api", "audit", "console", DemoShop.SLUG, "operator",
            "openai", "parley", "receipts", "shops", "static", "www");

    /** {@code email} is the first administrator's; null: `admin@` and the slug. */
    public static NewShop of(@Nullable String slug, @Nullable String name,
            @Nullable List<@Nullable String> origins, boolean suspended, Map<String, @Nullable Integer> limits,
            @Nullable String email) {
        String checked = slug(slug);
        return new NewShop(checked, name(name), origins(origins), suspended, ShopLimits.NONE.with(limits),
                new AgentDetails(email == null ? "admin@" + checked : email, "Administrator", AgentRole.ADMINISTRATOR,
                        null, List.of()));
    }

    private static String slug(@Nullable String typed) {
        if (typed == null || !typed.matches("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])")) {
            throw ParleyException.field("slug", "bad_slug",
                    "is 2 to 63 lower-case letters, digits and hyphens, the first and last no hyphen.");
        }
        return typed;
    }

    /** Checked last, so that a slug both taken and reserved is reported as taken. */
    void requireFree() {
        if (RESERVED.contains(slug)) {
            throw new ParleyException(Kind.CONFLICT, "slug_reserved",
                    "The slug `" + slug + "` is one of Parley's own. Choose another.").at("/slug");
        }
    }

    static String name(@Nullable String typed) {
        if (typed == null) {
            throw ParleyException.field("name", "bad_name", "is what people call the shop.");
        }
        return WidgetRules.line("name", typed, 100);
    }

    static List<String> origins(@Nullable List<@Nullable String> typed) {
        if (typed == null || typed.stream().anyMatch(origin -> origin == null)) {
            throw ParleyException.field("origins", "bad_origins",
                    "lists the origins of the shop's pages, such as https://shop.example.");
        }
        return WidgetRules.origins("origins", typed.stream().map(String::valueOf).toList());
    }
}
