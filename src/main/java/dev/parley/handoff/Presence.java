package dev.parley.handoff;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.Agent;
import dev.parley.tenant.Agents;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Who is there. An open console says so every few seconds, by way of a table that all replicas read; one that falls silent is gone
 * soon, whatever became of its replica.
 */
@ApplicationScoped
public class Presence {
    private final PresenceRepository repository;
    private final Agents agents;

    Presence(PresenceRepository repository, Agents agents) {
        this.repository = repository;
        this.agents = agents;
    }

    /**
     * An open console.
     *
     * @param watching the conversation on its screen
     */
    public record Sign(UUID console, TenantId tenant, UUID agent, @Nullable UUID watching) {}

    /**
     * An agent who is there.
     *
     * @param away does not want to be given work
     * @param watching the conversations on the screens
     */
    public record Present(UUID agent, boolean away, List<UUID> watching) {}

    public Uni<Void> here(List<Sign> signs) {
        return signs.isEmpty() ? Uni.createFrom().voidItem() : repository.here(signs);
    }

    public Uni<Void> gone(UUID console) {
        return repository.gone(console);
    }

    public Uni<Void> setAway(Agent agent, boolean away) {
        return agents.setAway(agent, away);
    }

    /** By agent, so that what has not changed looks the same. */
    public Uni<List<Present>> of(TenantId tenant) {
        return repository.of(tenant);
    }
}
