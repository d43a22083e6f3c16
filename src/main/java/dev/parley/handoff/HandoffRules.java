package dev.parley.handoff;

import java.time.Clock;
import java.time.ZonedDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** How each shop's people work. */
@ApplicationScoped
public class HandoffRules {
    private final HandoffSettingsRepository repository;
    private final ObjectMapper json;
    private final Clock clock;

    HandoffRules(HandoffSettingsRepository repository, ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.json = json;
        this.clock = clock;
    }

    public Uni<HandoffSettings> of(TenantId tenant) {
        return repository.find(tenant).map(stored -> stored == null ? HandoffSettings.DEFAULT : read(stored));
    }

    public Uni<Void> set(TenantId tenant, HandoffSettings settings) {
        try {
            return repository.set(tenant, json.writeValueAsString(settings));
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
