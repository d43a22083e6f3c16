package dev.parley.agent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Who may be given conversations, for those who give them. */
@ApplicationScoped
public class AgentDuties {
    private final AgentDutyRepository repository;

    AgentDuties(AgentDutyRepository repository) {
        this.repository = repository;
    }

    /** All of the shop. */
    public Uni<List<AgentDuty>> of(TenantId tenant) {
        return repository.of(tenant);
    }

    /** By agent; of any shop, as the jobs ask that look after all of them. */
    public Uni<Map<UUID, AgentDuty>> some(Collection<UUID> agents) {
        return agents.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : repository.some(agents)
                        .map(found -> found.stream().collect(Collectors.toMap(AgentDuty::agent, Function.identity())));
    }

    /** Notes that the line has given the agent somebody. */
    public Uni<Void> assigned(TenantId tenant, UUID agent, Instant now) {
        return repository.assigned(tenant, agent, now);
    }

    /** Notes that these have closed a console, or were cut off. */
    public Uni<Void> consoleClosed(Collection<UUID> agents) {
        return agents.isEmpty() ? Uni.createFrom().voidItem() : repository.consoleClosed(agents);
    }
}
