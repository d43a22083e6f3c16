package dev.parley.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.platform.Etag;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class HandoffSettingsStore {
    /** Every turn reads them, and they seldom change. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final HandoffSettingsRepository repository;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    private record Known(HandoffSettings settings, Instant until) {}

    HandoffSettingsStore(HandoffSettingsRepository repository, ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.json = json;
        this.clock = clock;
    }

    public Uni<HandoffSettings> of(TenantId tenant) {
        return repository.find(tenant).map(stored -> stored == null ? HandoffSettings.DEFAULT : read(stored));
    }

    /** For answers: a few seconds old at most, and never older than a change through this replica. */
    public Uni<HandoffSettings> recent(TenantId tenant) {
        Known found = known.get(tenant);
        if (found != null && clock.instant().isBefore(found.until())) {
            return Uni.createFrom().item(found.settings());
        }
        return of(tenant)
                .invoke(settings -> known.put(tenant, new Known(settings, clock.instant().plus(FRESH))));
    }

    public Uni<Void> set(TenantId tenant, HandoffSettings settings) {
        return repository.set(tenant, write(settings)).invoke(() -> known.remove(tenant));
    }

    /** {@code ifMatch} must name {@link HandoffSettings#etag}, if given. */
    public Uni<Void> set(TenantId tenant, HandoffSettings settings, @Nullable String ifMatch) {
        if (ifMatch == null) {
            return set(tenant, settings);
        }
        return repository.find(tenant).chain(stored -> {
            Etag.require(ifMatch, (stored == null ? HandoffSettings.DEFAULT : read(stored)).etag());
            return repository.replace(tenant, stored, write(settings));
        }).invoke(() -> known.remove(tenant))
                .chain(done -> done ? Uni.createFrom().voidItem() : Etag.changedMeanwhile());
    }

    private String write(HandoffSettings settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean openNow(HandoffSettings settings) {
        return settings.hours().openAt(clock.instant());
    }

    @Nullable
    ZonedDateTime opens(HandoffSettings settings) {
        return settings.hours().opensAfter(clock.instant()).orElse(null);
    }

    private HandoffSettings read(String stored) {
        try {
            return json.readValue(stored, HandoffSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Handoff settings are not readable", e);
        }
    }
}
