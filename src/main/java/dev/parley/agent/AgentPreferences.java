package dev.parley.agent;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Stores agents' preferences, for use on any computer. */
@ApplicationScoped
public class AgentPreferences {
    private final AgentRepository repository;
    private final ObjectMapper json;

    AgentPreferences(AgentRepository repository, ObjectMapper json) {
        this.repository = repository;
        this.json = json;
    }

    public Uni<Preferences> of(Agent agent) {
        return repository.preferences(agent.tenant(), agent.id()).map(this::read);
    }

    public Uni<Preferences> set(Agent agent, Preferences request) {
        return repository.setPreferences(agent.tenant(), agent.id(), write(request)).replaceWith(request);
    }

    /** Ids of inbox views in the agent's order; may include deleted views. */
    public Uni<List<UUID>> viewOrder(Agent agent) {
        return repository.viewOrder(agent.tenant(), agent.id()).map(found -> found == null ? List.of() : found);
    }

    public Uni<Void> setViewOrder(Agent agent, List<UUID> order) {
        return repository.setViewOrder(agent.tenant(), agent.id(), order);
    }

    /** Values added by later versions may be absent; defaults apply. */
    private record Stored(@Nullable Boolean keys, @Nullable Boolean sound, @Nullable Boolean notifications,
            @JsonProperty("reads_in") @Nullable String readsIn, @Nullable Map<String, String> shortcuts) {
        Preferences filled() {
            Preferences usual = Preferences.DEFAULT;
            return new Preferences(keys == null ? usual.keys() : keys, sound == null ? usual.sound() : sound,
                    notifications == null ? usual.notifications() : notifications, readsIn,
                    shortcuts == null ? usual.shortcuts() : shortcuts);
        }
    }

    private Preferences read(@Nullable String stored) {
        try {
            return stored == null ? Preferences.DEFAULT : json.readValue(stored, Stored.class).filled();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An agent's preferences are not readable", e);
        }
    }

    private String write(Preferences preferences) {
        try {
            return json.writeValueAsString(preferences);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
