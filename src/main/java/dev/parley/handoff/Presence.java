package dev.parley.handoff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.agent.AgentDuties;
import dev.parley.agent.AgentDuty;
import dev.parley.agent.Agents;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Agents' presence by heartbeats of open consoles, in a table that all replicas read. */
@ApplicationScoped
public class Presence {
    private final PresenceRepository repository;
    private final Agents agents;
    private final AgentDuties duties;

    Presence(PresenceRepository repository, Agents agents, AgentDuties duties) {
        this.repository = repository;
        this.agents = agents;
        this.duties = duties;
    }

    /** An open console; {@code watching} is the conversation on its screen. */
    public record Sign(UUID console, TenantId tenant, UUID agent, @Nullable UUID watching) {}

    /** A present agent; {@code away} takes no new work. */
    public record Present(UUID agent, boolean away, List<UUID> watching) {}

    public Uni<Void> here(List<Sign> signs) {
        return signs.isEmpty() ? Uni.createFrom().voidItem() : repository.here(signs);
    }

    /** Updates the agents first: one without heartbeat and without a record would count as a user of REST only. */
    public Uni<Void> gone(UUID console) {
        return repository.over(console).chain(agents -> duties.consoleClosed(agents)
                .chain(() -> repository.remove(console, agents)));
    }

    public Uni<Void> setAway(Agent agent, boolean away) {
        return agents.setAway(agent, away);
    }

    /** Ordered by agent. */
    public Uni<List<Present>> of(TenantId tenant) {
        return Uni.combine().all().unis(repository.of(tenant), duties.of(tenant)).with((here, agents) -> {
            Map<UUID, AgentDuty> working = agents.stream().filter(agent -> !agent.disabled())
                    .collect(Collectors.toMap(AgentDuty::agent, Function.identity()));
            return here.stream().flatMap(each -> Optional.ofNullable(working.get(each.agent())).stream()
                    .map(agent -> new Present(each.agent(), agent.away(), each.conversations()))).toList();
        });
    }
}
