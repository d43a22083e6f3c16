package dev.parley.handoff;

import java.time.Clock;
import java.time.ZonedDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.platform.Etag;
import dev.parley.platform.RecentValues;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class HandoffSettingsStore {
    private final HandoffSettingsRepository repository;
    private final ObjectMapper json;
    private final Clock clock;
    private final RecentValues<TenantId, HandoffSettings> recent;

    HandoffSettingsStore(HandoffSettingsRepository repository, ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.json = json;
        this.clock = clock;
        this.recent = new RecentValues<>(clock);
    }

    public Uni<HandoffSettings> of(TenantId tenant) {
        return repository.find(tenant).map(stored -> stored == null ? HandoffSettings.DEFAULT : read(stored));
    }

    /** For answers. */
    public Uni<HandoffSettings> recent(TenantId tenant) {
        return recent.get(tenant, () -> of(tenant));
    }

    public Uni<Void> set(TenantId tenant, HandoffSettings settings) {
        return repository.set(tenant, write(settings)).invoke(() -> recent.forget(tenant));
    }

    /** {@code ifMatch} must name {@link HandoffSettings#etag}, if given. */
    public Uni<Void> set(TenantId tenant, HandoffSettings settings, @Nullable String ifMatch) {
        if (ifMatch == null) {
            return set(tenant, settings);
        }
        return repository.find(tenant).chain(stored -> {
            Etag.require(ifMatch, (stored == null ? HandoffSettings.DEFAULT : read(stored)).etag());
            return repository.replace(tenant, stored, write(settings));
        }).invoke(() -> recent.forget(tenant))
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
