package dev.parley.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import dev.parley.tenant.SignInRepository.Candidate;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Links by which an agent chooses a password: for those who are invited and for those who forgot theirs. Each works once. */
@ApplicationScoped
public class AgentLinks {
    static final Duration FORGOTTEN = Duration.ofMinutes(30);
    static final Duration INVITATION = Duration.ofDays(3);

    private final AgentLinkRepository repository;
    private final SignInRepository agents;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Clock clock;

    AgentLinks(AgentLinkRepository repository, SignInRepository agents, Passwords passwords, Attempts attempts,
            Clock clock) {
        this.repository = repository;
        this.agents = agents;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** The token stands in the link's fragment, so that it reaches no server's log. */
    public record Link(Agent agent, String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Link[hidden]";
        }
    }

    /** Good for half an hour, or for three days when the agent has no password yet. */
    public Uni<Link> make(Agent agent) {
        Instant now = clock.instant();
        Link link = new Link(agent, Token.generate(), now.plus(agent.invited() ? INVITATION : FORGOTTEN));
        return repository.create(agent, Token.hash(link.token()), now, link.expiresAt()).replaceWith(link);
    }

    /** Links for whoever has this e-mail, in each shop; the caller mails them and tells nobody how many there were. */
    public Uni<List<Link>> forgotten(String typed, @Nullable String shop, String address) {
        String email = AgentDetails.email(typed);
        return attempts.take("link " + email, address)
                .chain(() -> agents.find(email, shop))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(List.<Link>of())
                        : Uni.join().all(found.stream().map(Candidate::agent).map(this::make).toList()).andFailFast());
    }

    /** Sets the password of whom the link was made for and closes all its sessions; fails with `link_invalid`. */
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
