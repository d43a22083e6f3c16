package dev.parley.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.agent.SignedIn;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.Token;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Agents' sessions. Looked up with each request, so that closing one takes effect everywhere at once. */
@ApplicationScoped
public class AgentSessions {
    /** Absolute lifetime: a week. */
    public static final Duration LIFE = Duration.ofDays(7);
    /** Maximum idle time, shorter than the night between two working days. */
    static final Duration IDLE = Duration.ofHours(12);
    private static final int LONGEST_USER_AGENT = 300;

    private final AgentSessionRepository repository;
    private final Ids ids;
    private final Clock clock;

    AgentSessions(AgentSessionRepository repository, Ids ids, Clock clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    /** The token goes into the agent's cookie; only its hash is stored. */
    public record Opened(SignedIn signedIn, String token) {}

    Uni<Opened> open(Agent agent, @Nullable String userAgent) {
        String token = Token.generate();
        UUID id = ids.next();
        Instant now = clock.instant();
        return repository.open(agent, id, Token.hash(token), shortened(userAgent), now, now.plus(LIFE))
                .map(enabled -> {
                    if (!enabled) {
                        throw new ParleyException(ParleyException.Kind.UNAUTHENTICATED, "sign_in_failed",
                                "This account has just been disabled. Ask an administrator of your shop.");
                    }
                    return new Opened(new SignedIn(agent, id), token);
                });
    }

    private static @Nullable String shortened(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= LONGEST_USER_AGENT
                ? userAgent
                : userAgent.substring(0, LONGEST_USER_AGENT);
    }

    /** Null if the token is unknown, expired or closed, or the agent is disabled. */
    public Uni<@Nullable SignedIn> find(String token) {
        return repository.find(Token.hash(token), clock.instant(), IDLE);
    }

    /** Open sessions, newest first. */
    public Uni<List<AgentSession>> of(TenantId tenant, UUID agent) {
        return repository.of(tenant, agent, clock.instant());
    }

    public Uni<Void> close(TenantId tenant, UUID agent, UUID session) {
        return repository.revoke(tenant, agent, session, clock.instant()).map(found -> {
            if (!found) {
                throw ParleyException.notFound("session");
            }
            return null;
        });
    }

    public Uni<Void> closeAll(TenantId tenant, UUID agent) {
        return repository.revokeAll(tenant, agent, clock.instant());
    }

    /** The agents with an open session, of any shop. */
    public Uni<Set<UUID>> signedIn(Collection<UUID> agents) {
        return repository.signedIn(agents).map(Set::copyOf);
    }

    /** Filters for open sessions, since any replica may have closed them. */
    public Uni<Set<UUID>> stillOpen(Collection<UUID> sessions) {
        return repository.good(sessions, clock.instant()).map(Set::copyOf);
    }
}
