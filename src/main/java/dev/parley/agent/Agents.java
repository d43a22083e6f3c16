package dev.parley.agent;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.ShopQuotas;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class Agents {
    private final AgentRepository repository;
    private final ShopQuotas quotas;
    private final Ids ids;
    private final Clock clock;

    Agents(AgentRepository repository, ShopQuotas quotas, Ids ids, Clock clock) {
        this.repository = repository;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /** Without a password; a link follows. */
    public Uni<Agent> invite(TenantId tenant, AgentDetails details) {
        return requireRoom(tenant)
                .chain(() -> repository.create(tenant, ids.next(), details, null, clock.instant()))
                .onItem().ifNull().failWith(() -> new ParleyException(Kind.CONFLICT, "email_taken",
                        "There is an agent with this e-mail already.").at("/email"));
    }

    /** Not atomic: two concurrent invitations may exceed the limit by one, which is harmless. */
    private Uni<Void> requireRoom(TenantId tenant) {
        return quotas.agents(tenant).chain(max -> repository.countEnabled(tenant).invoke(count -> {
            if (count >= max) {
                throw ShopQuotas.tooManyAgents(max);
            }
        })).replaceWithVoid();
    }

    /** Fails with `not_found`, also for another tenant's id. */
    public Uni<Agent> get(TenantId tenant, UUID id) {
        return repository.find(tenant, id).onItem().ifNull().failWith(() -> ParleyException.notFound("agent"));
    }

    /** By name, including disabled agents, whose names appear in messages. */
    public Uni<List<Agent>> all(TenantId tenant) {
        return repository.all(tenant);
    }

    /** Includes disabled agents. */
    public Uni<Map<UUID, String>> names(TenantId tenant, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : repository.names(tenant, ids);
    }

    /** The e-mail cannot change. Disabling closes sessions; the last administrator stays one. */
    public Uni<Agent> update(TenantId tenant, UUID id, AgentDetails details, boolean disabled) {
        return get(tenant, id)
                .call(agent -> agent.disabled() && !disabled ? requireRoom(tenant) : Uni.createFrom().voidItem())
                .chain(() -> repository.update(tenant, id, details, disabled, clock.instant()))
                .onItem().ifNull().failWith(() -> new ParleyException(Kind.CONFLICT, "last_administrator",
                        "A shop keeps at least one administrator. Make somebody else one first."));
    }

    public Uni<Void> setAway(Agent agent, boolean away) {
        return repository.setAway(agent.tenant(), agent.id(), away);
    }
}
