package dev.parley.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.Etag;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks tenants up. They change seldom and are needed by every request, so that what was read stays good for a few seconds. One that is
 * deleted is not found, although it can be restored for a while.
 */
@ApplicationScoped
public class Tenants {
    private static final Logger LOG = Logger.getLogger(Tenants.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final TenantSettings NOTHING = new TenantSettings("", "", List.of(), "", "", "", "", null, List.of(),
            null, Map.of());

    private final TenantRepository repository;
    private final TenantSettingsRepository settings;
    private final KnownOrigins origins;
    private final VisitorKeys keys;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<Object, Known> known = new ConcurrentHashMap<>();

    private record Known(Tenant tenant, Instant until) {}

    Tenants(TenantRepository repository, TenantSettingsRepository settings, KnownOrigins origins, VisitorKeys keys,
            ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.settings = settings;
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

    /** As it is now, whichever replica changed it: for what begins, not for what is asked again and again. */
    public Uni<@Nullable Tenant> latest(String slug) {
        return repository.findBySlug(slug).map(this::found);
    }

    public Uni<@Nullable Tenant> latest(TenantId id) {
        return repository.findById(id.value()).map(this::found);
    }

    private @Nullable Tenant found(@Nullable TenantEntity row) {
        return row == null || row.deletedAt != null ? null : remember(toTenant(row));
    }

    /**
     * Those too that are deleted and not purged yet: what they keep has its retention all the same. Without those whose settings cannot be
     * read: one of them must not end a job that goes through all shops.
     */
    public Uni<List<Tenant>> all() {
        return repository.all().map(rows -> rows.stream().map(this::readable).flatMap(Optional::stream).toList());
    }

    /** As {@link #all}, and those too whose settings cannot be read, as if they had set nothing: what they keep has its retention, too. */
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

    /** Holds here at once, and within seconds on other replicas. */
    public Uni<Void> setModels(TenantId id, ModelSettings models) {
        return setModels(id, models, null);
    }

    /** As {@link #setModels(TenantId, ModelSettings)}, unless they have changed: `If-Match` must name {@link ModelSettings#etag}. */
    public Uni<Void> setModels(TenantId id, ModelSettings models, @Nullable String ifMatch) {
        return repository
                .setModels(id.value(), write(models), row -> Etag.require(ifMatch, toTenant(row).models().etag()))
                .invoke(() -> forget(id));
    }

    /** As above. */
    public Uni<Void> setBudget(TenantId id, Budget budget) {
        return settings.merge(id, write(Map.of("budget", budget))).invoke(() -> forget(id));
    }

    /** As above; visitors' new sessions have it at once on every replica. */
    public Uni<Void> setWidget(TenantId id, WidgetSettings widget) {
        return settings.merge(id, write(widget.stored()), widget.shop(), widget.retentionHours())
                .invoke(() -> forget(id));
    }

    /** As above, unless they have changed: `If-Match` must name {@link OwnSentences#etag}. */
    public Uni<Void> setSentences(TenantId id, OwnSentences own, @Nullable String ifMatch) {
        return repository.setSettings(id.value(), row -> {
            Etag.require(ifMatch, new OwnSentences(toTenant(row).settings().sentences()).etag());
            return with(row.settings, "sentences", own.byLanguage());
        }).invoke(() -> forget(id));
    }

    private String with(String settings, String name, Object value) {
        try {
            return write(((ObjectNode) json.readTree(settings)).set(name, json.valueToTree(value)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As above. */
    public Uni<Void> setVoice(TenantId id, VoiceSettings voice) {
        return settings.merge(id, write(Map.of("voice", voice))).invoke(() -> forget(id));
    }

    /** Its next lookup here reads it. */
    public void forget(TenantId id) {
        known.values().removeIf(kept -> kept.tenant().id().equals(id));
    }

    private String write(Object changed) {
        try {
            return json.writeValueAsString(changed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a page of this origin may talk to any tenant at all; which one it wants is known only later. */
    public Uni<Boolean> anyPermits(@Nullable String origin) {
        return origins.permit(origin);
    }

    private Uni<@Nullable Tenant> cached(Object key, java.util.function.Supplier<Uni<@Nullable TenantEntity>> load) {
        Known found = known.get(key);
        if (found != null && clock.instant().isBefore(found.until())) {
            return Uni.createFrom().item(found.tenant());
        }
        return load.get().map(this::found);
    }

    private Tenant remember(Tenant tenant) {
        Known fresh = new Known(tenant, clock.instant().plus(FRESH));
        known.put(tenant.slug(), fresh);
        known.put(tenant.id(), fresh);
        return tenant;
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
                keys.open(row.id, new VisitorKeys.Stored(row.visitorKey, row.sealedVisitorKey)),
                row.suspendedAt != null, limits);
    }
}
