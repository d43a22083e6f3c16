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

@ApplicationScoped
public class AgentDuties {
    private final AgentDutyRepository repository;

    AgentDuties(AgentDutyRepository repository) {
        this.repository = repository;
    }

    public Uni<List<AgentDuty>> of(TenantId tenant) {
        return repository.of(tenant);
    }

    /** By agent, across shops, for jobs. */
    public Uni<Map<UUID, AgentDuty>> some(Collection<UUID> agents) {
        return agents.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : repository.some(agents)
                        .map(found -> found.stream().collect(Collectors.toMap(AgentDuty::agent, Function.identity())));
    }

    /** Records that the queue assigned a conversation. */
    public Uni<Void> assigned(TenantId tenant, UUID agent, Instant now) {
        return repository.assigned(tenant, agent, now);
    }

    /** Records that these agents closed a console or lost the connection. */
    public Uni<Void> consoleClosed(Collection<UUID> agents) {
        return agents.isEmpty() ? Uni.createFrom().voidItem() : repository.consoleClosed(agents);
    }
}
