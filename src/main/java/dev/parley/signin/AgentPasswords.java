package dev.parley.signin;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.agent.AgentDetails;
import dev.parley.agent.AgentRepository;
import dev.parley.agent.SignedIn;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class AgentPasswords {
    private final AgentRepository repository;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Ids ids;
    private final Clock clock;

    AgentPasswords(AgentRepository repository, Passwords passwords, Attempts attempts, Ids ids, Clock clock) {
        this.repository = repository;
        this.passwords = passwords;
        this.attempts = attempts;
        this.ids = ids;
        this.clock = clock;
    }

    /** False if the shop had an agent already. */
    Uni<Boolean> openFirst(TenantId tenant, AgentDetails details, String password) {
        return passwords.hash(password)
                .chain(hash -> repository.createFirst(tenant, ids.next(), details, hash, clock.instant()));
    }

    /** Closes the agent's other sessions and voids links. Wrong guesses count as at sign-in. */
    public Uni<Void> changePassword(SignedIn signedIn, String current, String fresh, String address) {
        Agent agent = signedIn.agent();
        return attempts.take(agent.email(), address)
                .chain(() -> requirePassword(agent, current))
                .call(() -> attempts.forgive(agent.email(), address))
                .chain(() -> passwords.hash(fresh))
                .chain(hash -> repository.changePassword(agent.tenant(), agent.id(), hash, signedIn.session(),
                        clock.instant()));
    }

    /** Fails with `wrong_password`. Protects against a stranger at an open session. */
    Uni<Void> requirePassword(Agent agent, String password) {
        return repository.passwordHash(agent.tenant(), agent.id())
                .chain(hash -> passwords.matches(password, hash))
                .invoke(AgentPasswords::requireRight)
                .replaceWithVoid();
    }

    private static void requireRight(boolean right) {
        if (!right) {
            throw ParleyException.invalid("wrong_password", "The current password is another one.");
        }
    }
}
