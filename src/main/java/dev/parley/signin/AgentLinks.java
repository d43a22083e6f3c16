package dev.parley.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.agent.AgentDetails;
import dev.parley.agent.AgentEmailRepository;
import dev.parley.platform.ParleyException;
import dev.parley.platform.Token;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One-time links to choose a password, for invitations and forgotten passwords. */
@ApplicationScoped
public class AgentLinks {
    private static final Logger LOG = Logger.getLogger(AgentLinks.class);
    static final Duration FORGOTTEN = Duration.ofMinutes(30);
    public static final Duration INVITATION = Duration.ofDays(3);

    private final AgentLinkRepository repository;
    private final AgentEmailRepository agents;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Clock clock;

    AgentLinks(AgentLinkRepository repository, AgentEmailRepository agents, Passwords passwords, Attempts attempts,
            Clock clock) {
        this.repository = repository;
        this.agents = agents;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** The token is in the link's fragment, so that it reaches no server log. */
    public record Link(Agent agent, String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Link[hidden]";
        }
    }

    /** Valid for half an hour, or three days if the agent has no password yet. */
    public Uni<Link> make(Agent agent) {
        Instant now = clock.instant();
        Link link = new Link(agent, Token.generate(), now.plus(agent.invited() ? INVITATION : FORGOTTEN));
        return repository.create(agent, Token.hash(link.token()), now, link.expiresAt()).replaceWith(link);
    }

    /** Sends links after the response, so that neither content nor timing reveals if the e-mail is known. */
    public Uni<Void> forgotten(String typed, @Nullable String shop, String address, Consumer<Link> mail) {
        String email = AgentDetails.email(typed);
        return attempts.take("link " + email, address).invoke(() -> agents.find(email, shop)
                .onItem().transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem().transformToUniAndConcatenate(candidate -> make(candidate.agent()))
                .subscribe().with(mail, failure -> LOG.errorf("A link could not be made: %s", failure.getMessage())));
    }

    /** Sets the password and closes all the agent's sessions. Fails with `link_invalid`. */
    public Uni<Void> use(String token, String password) {
        byte[] hash = Token.hash(token);
        return repository.isGood(hash, clock.instant())
                .invoke(AgentLinks::require)
                .chain(() -> passwords.hash(password))
                .chain(passwordHash -> repository.use(hash, passwordHash, clock.instant()))
                .invoke(AgentLinks::require)
                .replaceWithVoid();
    }

    private static void require(boolean good) {
        if (!good) {
            throw ParleyException.invalid("link_invalid", "This link has been used or has expired. Ask for a new one.");
        }
    }
}
