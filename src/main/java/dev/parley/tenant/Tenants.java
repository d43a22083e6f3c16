package dev.parley.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.Etag;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks up tenants, with a cache of a few seconds. Deleted tenants are not found, even while they can be restored. */
@ApplicationScoped
public class Tenants {
    private static final Logger LOG = Logger.getLogger(Tenants.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final TenantSettings NOTHING = new TenantSettings("", "", List.of(), "", "", "", "", null, List.of(),
            null, Map.of());

    private final TenantRepository repository;
    private final KnownOrigins origins;
    private final VisitorKeys keys;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<Object, Known> known = new ConcurrentHashMap<>();

    private record Known(Tenant shop, Instant until) {}

    Tenants(TenantRepository repository, KnownOrigins origins, VisitorKeys keys, ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.origins = origins;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    public Uni<@Nullable Tenant> bySlug(String slug) {
        return cached(slug, () -> repository.findBySlug(slug));
    }

    public Uni<@Nullable Tenant> byId(TenantId id) {
        return cached(id, () -> repository.findById(id.value()));
    }

    /** Bypasses the cache; for new conversations, not for every request. */
    public Uni<@Nullable Tenant> latest(String slug) {
        return repository.findBySlug(slug).map(this::found);
    }

    public Uni<@Nullable Tenant> latest(TenantId id) {
        return repository.findById(id.value()).map(this::found);
    }

    private @Nullable Tenant found(@Nullable TenantEntity row) {
        return row == null || row.deletedAt != null ? null : remember(toTenant(row));
    }

    /** Includes deleted shops not purged yet, since retention applies. Skips shops with unreadable settings. */
    public Uni<List<Tenant>> all() {
        return repository.all().map(rows -> rows.stream().map(this::readable).flatMap(Optional::stream).toList());
    }

    /** Like {@link #all}, and treats unreadable settings as empty: retention applies to those shops, too. */
    public Uni<List<Tenant>> allToPurge() {
        return repository.all().map(rows -> rows.stream()
                .map(row -> readable(row).orElseGet(() -> toTenant(row, NOTHING, ModelSettings.NONE, ShopLimits.NONE)))
                .toList());
    }

    private Optional<Tenant> readable(TenantEntity row) {
        try {
            return Optional.of(toTenant(row));
        } catch (IllegalStateException unreadable) {
            LOG.error(unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Takes effect here at once, on other replicas within seconds. */
    public Uni<Void> setModels(TenantId id, ModelSettings models) {
        return setModels(id, models, null);
    }

    /** {@code ifMatch} must name {@link ModelSettings#etag}, if given. */
    public Uni<Void> setModels(TenantId id, ModelSettings models, @Nullable String ifMatch) {
        return change(id, ifMatch, shop -> shop.models().etag(), row -> row.models = write(models));
    }

    /** {@code ifMatch} must name {@link Budget#etag}, if given. */
    public Uni<Void> setBudget(TenantId id, Budget budget, @Nullable String ifMatch) {
        return change(id, ifMatch, shop -> shop.settings().ownBudget().etag(),
                row -> row.settings = with(row.settings, Map.of("budget", budget)));
    }

    /**
     * New sessions use it at once on every replica. {@code ifMatch} must name {@link WidgetSettings#etag}, if given.
     */
    public Uni<Void> setWidget(TenantId id, WidgetSettings widget, @Nullable String ifMatch) {
        return change(id, ifMatch, WidgetSettings::etag, row -> {
            row.settings = with(row.settings, widget.stored());
            row.name = widget.shop();
            row.retentionHours = widget.retentionHours();
        });
    }

    /** {@code ifMatch} must name {@link OwnSentences#etag}, if given. */
    public Uni<Void> setSentences(TenantId id, OwnSentences own, @Nullable String ifMatch) {
        return change(id, ifMatch, shop -> new OwnSentences(shop.settings().sentences()).etag(),
                row -> row.settings = with(row.settings, Map.of("sentences", own.byLanguage())));
    }

    /** {@code ifMatch} must name {@link VoiceSettings#etag}, if given. */
    public Uni<Void> setVoice(TenantId id, VoiceSettings voice, @Nullable String ifMatch) {
        return change(id, ifMatch, shop -> shop.settings().voice().etag(),
                row -> row.settings = with(row.settings, Map.of("voice", voice)));
    }

    private Uni<Void> change(TenantId id, @Nullable String ifMatch, Function<Tenant, String> tag,
            Consumer<TenantEntity> change) {
        return repository.change(id.value(), row -> {
            if (ifMatch != null) {
                Etag.require(ifMatch, tag.apply(toTenant(row)));
            }
            change.accept(row);
        }).invoke(() -> forget(id));
    }

    private String with(String settings, Map<String, ? extends @Nullable Object> changed) {
        try {
            ObjectNode all = (ObjectNode) json.readTree(settings);
            changed.forEach((name, value) -> all.set(name, json.valueToTree(value)));
            return write(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Evicts the tenant from this replica's cache. */
    public void forget(TenantId id) {
        known.values().removeIf(kept -> kept.shop().id().equals(id));
    }

    private String write(Object changed) {
        try {
            return json.writeValueAsString(changed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True if any tenant permits the origin; a preflight does not name the tenant. */
    public Uni<Boolean> anyPermits(@Nullable String origin) {
        return origins.permit(origin);
    }

    private Uni<@Nullable Tenant> cached(Object key, java.util.function.Supplier<Uni<@Nullable TenantEntity>> load) {
        Known found = known.get(key);
        if (found != null && clock.instant().isBefore(found.until())) {
            return Uni.createFrom().item(found.shop());
        }
        return load.get().map(this::found);
    }

    private Tenant remember(Tenant shop) {
        Known fresh = new Known(shop, clock.instant().plus(FRESH));
        known.put(shop.slug(), fresh);
        known.put(shop.id(), fresh);
        return shop;
    }

    private Tenant toTenant(TenantEntity row) {
        try {
            TenantSettings settings = json.readValue(row.settings, TenantSettings.class);
            ModelSettings models = row.models == null
                    ? ModelSettings.NONE
                    : json.readValue(row.models, ModelSettings.class);
            return toTenant(row, settings, models, json.readValue(row.limits, ShopLimits.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The settings of tenant " + row.slug + " are not readable", e);
        }
    }

    private Tenant toTenant(TenantEntity row, TenantSettings settings, ModelSettings models, ShopLimits limits) {
        return new Tenant(new TenantId(row.id), row.slug, row.name, settings, models,
                row.retentionHours == null ? null : Duration.ofHours(row.retentionHours),
                keys.open(row.id, new VisitorKeys.StoredKey(row.visitorKey, row.sealedVisitorKey)),
                row.suspendedAt != null, limits);
    }
}
