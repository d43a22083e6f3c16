package dev.parley.tenant;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import io.smallrye.mutiny.Uni;

/** Who answers for a shop. */
@ApplicationScoped
public class Agents {
    private final Attempts attempts;
    private final AgentRepository repository;
    private final Passwords passwords;
    private final ShopQuotas quotas;
    private final Ids ids;
    private final Clock clock;

    Agents(AgentRepository repository, Passwords passwords, ShopQuotas quotas, Ids ids, Clock clock,
            Attempts attempts) {
        this.attempts = attempts;
        this.repository = repository;
        this.passwords = passwords;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /** Without a password: a link follows, see {@link AgentLinks}. */
    public Uni<Agent> invite(TenantId tenant, AgentDetails details) {
        return requireRoom(tenant)
                .chain(() -> repository.create(tenant, ids.next(), details, null, clock.instant()))
                .onItem().ifNull().failWith(() -> new ParleyException(Kind.CONFLICT, "email_taken",
                        "There is an agent with this e-mail already."));
    }

    /** Invitations are made by people, one after the other: two at the same moment may be one too many, and nobody is hurt. */
    private Uni<Void> requireRoom(TenantId tenant) {
        return quotas.agents(tenant).chain(most -> repository.countEnabled(tenant).invoke(count -> {
            if (count >= most) {
                throw ShopQuotas.tooManyAgents(most);
            }
        })).replaceWithVoid();
    }

    /** Whether the shop had nobody before. */
    Uni<Boolean> openFirst(TenantId tenant, AgentDetails details, String password) {
        return passwords.hash(password)
                .chain(hash -> repository.createFirst(tenant, ids.next(), details, hash, clock.instant()));
    }

    /** Fails with `not_found` for an id that is absent or another tenant's. */
    public Uni<Agent> get(TenantId tenant, UUID id) {
        return repository.find(tenant, id).onItem().ifNull().failWith(() -> ParleyException.notFound("agent"));
    }

    /** By name, those who are disabled too: their names stand under messages. */
    public Uni<List<Agent>> all(TenantId tenant) {
        return repository.all(tenant);
    }

    /** The names of those whom the shop has, who are disabled too. */
    public Uni<Map<UUID, String>> names(TenantId tenant, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : repository.names(tenant, ids);
    }

    /** The e-mail stays. Disabling closes the agent's sessions; the last administrator stays one. */
    public Uni<Agent> update(TenantId tenant, UUID id, AgentDetails details, boolean disabled) {
        return get(tenant, id)
                .call(agent -> agent.disabled() && !disabled ? requireRoom(tenant) : Uni.createFrom().voidItem())
                .chain(() -> repository.update(tenant, id, details, disabled, clock.instant()))
                .onItem().ifNull().failWith(() -> new ParleyException(Kind.CONFLICT, "last_administrator",
                        "A shop keeps at least one administrator. Make somebody else one first."));
    }

    /**
     * Closes all other sessions of the agent, and voids links for a forgotten password. Guesses at the current one are counted as those at
     * sign-in are.
     *
     * @param address the caller's
     */
    public Uni<Void> changePassword(SignedIn signedIn, String current, String fresh, String address) {
        Agent agent = signedIn.agent();
        return attempts.take(agent.email(), address)
                .chain(() -> requirePassword(agent, current))
                .call(() -> attempts.forgive(agent.email(), address))
                .chain(() -> passwords.hash(fresh))
                .chain(hash -> repository.changePassword(agent.tenant(), agent.id(), hash, signedIn.session(),
                        clock.instant()));
    }

    /** Fails with `wrong_password` for whoever found the agent's open session but does not know its password. */
    Uni<Void> requirePassword(Agent agent, String password) {
        return repository.passwordHash(agent.tenant(), agent.id())
                .chain(hash -> passwords.matches(password, hash))
                .invoke(Agents::requireRight)
                .replaceWithVoid();
    }

    private static void requireRight(boolean right) {
        if (!right) {
            throw ParleyException.invalid("wrong_password", "The current password is another one.");
        }
    }

    public Uni<Void> setAway(Agent agent, boolean away) {
        return repository.setAway(agent.tenant(), agent.id(), away);
    }
}
