package dev.parley.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.key.ApiKey;
import dev.parley.platform.Etag;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.Token;
import dev.parley.signin.AgentLinks;
import dev.parley.tenant.ShopConfig;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.TenantSettings;
import dev.parley.tenant.Tenants;
import dev.parley.tenant.VisitorKeys;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Creates, suspends, deletes and restores shops, for the operator. */
@ApplicationScoped
public class ShopRegistry {
    private final ShopRepository repository;
    private final ShopRemovalRepository removals;
    private final Tenants tenants;
    private final ShopConfig config;
    private final VisitorKeys keys;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    ShopRegistry(ShopRepository repository, ShopRemovalRepository removals, Tenants tenants, ShopConfig config,
            VisitorKeys keys, ObjectMapper json, Ids ids, Clock clock) {
        this.repository = repository;
        this.removals = removals;
        this.tenants = tenants;
        this.config = config;
        this.keys = keys;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new shop with its secrets, which are not stored in clear. For {@code linkToken} see {@link AgentLinks}. */
    public record Made(Shop shop, String apiKey, String administrator, String linkToken, Instant linkExpiresAt) {
        /** Omits the secrets. */
        @Override
        public String toString() {
            return "Made[" + shop.slug() + "]";
        }
    }

    /** Fails with `slug_taken`, also for a deleted shop that can be restored. */
    public Uni<Made> create(NewShop request) {
        Instant now = clock.instant();
        Made made = new Made(new Shop(new TenantId(ids.next()), request.slug(), request.name(), request.origins(),
                request.suspended() ? now : null, request.limits(), now, null, null), ApiKey.generate(),
                request.administrator().email(), Token.generate(), now.plus(AgentLinks.INVITATION));
        return repository.find(request.slug())
                .invoke(taken -> {
                    if (taken != null) {
                        throw taken(request.slug());
                    }
                    request.requireFree();
                })
                .chain(() -> repository.create(made, request.administrator(), write(settings(request)),
                        keys.make(made.shop().id().value()),
                        ids.next(), ids.next()))
                .map(shop -> {
                    if (shop == null) {
                        throw taken(request.slug());
                    }
                    return made;
                });
    }

    private static ParleyException taken(String slug) {
        return new ParleyException(Kind.CONFLICT, "slug_taken",
                "There is a shop `" + slug + "` already, or one that was deleted and can still be restored.")
                .at("/slug");
    }

    /** Default settings, for the administrator to change. */
    private static TenantSettings settings(NewShop request) {
        return new TenantSettings("Assistant", "Hello! How can I help you?", List.of(), "#2f6f5e", "en",
                "You are talking to an AI assistant. It answers from the shop's FAQ.",
                "Our team will be glad to help.", null, request.origins(), null, Map.of());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Newest first, including deleted shops that can be restored. */
    public Uni<List<Shop>> list(@Nullable UUID before, int max) {
        return repository.list(before, max);
    }

    /** Fails with `not_found`. */
    public Uni<Shop> get(String slug) {
        return repository.find(slug).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"));
    }

    /** Fails with `shop_deleted`; restore it first. */
    public Uni<Shop> change(String slug, ShopChange change, @Nullable String ifMatch) {
        return get(slug).invoke(shop -> {
            Etag.require(ifMatch, shop.etag());
            requireUndeleted(shop);
        }).chain(shop -> repository.change(shop, changed(shop, change)))
                .onItem().ifNull().failWith(ShopRegistry::changedMeanwhile)
                .invoke(shop -> tenants.forget(shop.id()));
    }

    private Shop changed(Shop shop, ShopChange change) {
        Instant suspendedAt = change.suspended() == null
                ? shop.suspendedAt()
                : change.suspended() ? shop.suspendedAt() == null ? clock.instant() : shop.suspendedAt() : null;
        return new Shop(shop.id(), shop.slug(), change.name() == null ? shop.name() : change.name(),
                change.origins() == null ? shop.origins() : change.origins(), suspendedAt,
                shop.limits().with(change.limits()), shop.createdAt(), shop.deletedAt(), shop.purgeAt());
    }

    private static void requireUndeleted(Shop shop) {
        if (shop.deletedAt() != null) {
            throw new ParleyException(Kind.CONFLICT, "shop_deleted",
                    "This shop has been deleted. Restore it first: PATCH it with {\"deleted\": false}.");
        }
    }

    private static ParleyException changedMeanwhile() {
        return new ParleyException(Kind.CONFLICT, "changed_meanwhile",
                "Somebody has changed this shop at the same moment. Read it again, then change that.");
    }

    /** Closes the shop and purges it after the grace period, or {@code atOnce}. Repeats return the same receipt. */
    public Uni<ShopRemoval> delete(String slug, boolean atOnce, @Nullable String ifMatch) {
        Instant now = clock.instant();
        Instant purgeAt = now.plus(atOnce ? Duration.ZERO : config.grace());
        return get(slug).invoke(shop -> Etag.require(ifMatch, shop.etag()))
                .chain(shop -> removals.delete(shop, ids.next(), now, purgeAt)
                        .chain(() -> atOnce ? removals.hasten(shop.id(), now) : Uni.createFrom().voidItem())
                        .chain(() -> removals.latest(shop.id()))
                        .invoke(() -> tenants.forget(shop.id())))
                .onItem().ifNull().failWith(() -> ParleyException.notFound("shop"));
    }

    /** Restores everything except agents' sessions. Fails with `purge_running` once rows are deleted. */
    public Uni<Shop> restore(String slug, @Nullable String ifMatch) {
        return get(slug).invoke(shop -> Etag.require(ifMatch, shop.etag()))
                .chain(shop -> shop.deletedAt() == null
                        ? Uni.createFrom().item(shop)
                        : removals.restore(shop.id(), clock.instant()).invoke(ShopRegistry::requireRestored)
                                .invoke(() -> tenants.forget(shop.id()))
                                .chain(() -> get(slug)));
    }

    private static void requireRestored(boolean restored) {
        if (!restored) {
            throw new ParleyException(Kind.CONFLICT, "purge_running",
                    "The shop's data is being deleted already; it cannot be restored any more.");
        }
    }
}
