package dev.parley.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.agent.AgentRepository;
import dev.parley.agent.SignedIn;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AgentSessionRepository {
    /** Records the use at most once a minute, since reading must not cause many writes. */
    private static final String FIND = """
            WITH found AS (
                SELECT %s, agent_session.id AS session FROM agent_session JOIN agent ON agent.id = agent_session.agent_id
                WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2 AND last_seen_at > $3 AND disabled_at IS NULL
            ), noted AS (
                UPDATE agent_session SET last_seen_at = $2 FROM found WHERE agent_session.id = session AND last_seen_at < $4
            )
            SELECT * FROM found
            """.formatted(AgentRepository.COLUMNS);

    private static final String GOOD = """
            SELECT agent_session.id FROM agent_session JOIN agent ON agent.id = agent_id
            WHERE agent_session.id = ANY($1) AND revoked_at IS NULL AND expires_at > $2 AND disabled_at IS NULL
            """;

    private final Statements statements;

    AgentSessionRepository(Statements statements) {
        this.statements = statements;
    }

    /** False if the agent was disabled meanwhile; the session would become valid again with the agent. */
    Uni<Boolean> open(Agent agent, UUID id, byte[] hash, @Nullable String userAgent, Instant now, Instant expires) {
        return statements.of(agent.tenant())
                .any("""
                INSERT INTO agent_session (id, tenant_id, agent_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
                SELECT $1, $2, $3, $4, $5, $6, $6, $7
                WHERE EXISTS (SELECT 1 FROM agent WHERE id = $3 AND tenant_id = $2 AND disabled_at IS NULL) RETURNING id""",
                        id,
                        agent.tenant().value(), agent.id(), io.vertx.core.buffer.Buffer.buffer(hash), userAgent, now,
                        expires);
    }

    Uni<@Nullable SignedIn> find(byte[] hash, Instant now, Duration idle) {
        return statements.ofEveryTenant().row(FIND,
                row -> new SignedIn(AgentRepository.toAgent(row), row.getUUID("session")),
                io.vertx.core.buffer.Buffer.buffer(hash), now, now.minus(idle), now.minusSeconds(60));
    }

    Uni<List<AgentSession>> of(TenantId tenant, UUID agent, Instant now) {
        return statements.of(tenant).rows("""
                SELECT id, user_agent, created_at, last_seen_at FROM agent_session
                WHERE tenant_id = $1 AND agent_id = $2 AND revoked_at IS NULL AND expires_at > $3 ORDER BY id DESC""",
                AgentSessionRepository::toSession, tenant.value(), agent, now);
    }

    private static AgentSession toSession(Row row) {
        return new AgentSession(row.getUUID("id"), row.getString("user_agent"),
                Objects.requireNonNull(Statements.instant(row, "created_at")),
                Objects.requireNonNull(Statements.instant(row, "last_seen_at")));
    }

    /** False if the agent had no such session. */
    Uni<Boolean> revoke(TenantId tenant, UUID agent, UUID id, Instant now) {
        return statements.of(tenant).any("""
                UPDATE agent_session SET revoked_at = $4
                WHERE tenant_id = $1 AND agent_id = $2 AND id = $3 AND revoked_at IS NULL RETURNING id""",
                tenant.value(), agent, id, now);
    }

    Uni<Void> revokeAll(TenantId tenant, UUID agent, Instant now) {
        return statements.of(tenant).run("""
                UPDATE agent_session SET revoked_at = $3
                WHERE tenant_id = $1 AND agent_id = $2 AND revoked_at IS NULL RETURNING id""",
                tenant.value(), agent, now);
    }

    Uni<List<UUID>> signedIn(Collection<UUID> agents) {
        return statements.ofEveryTenant().rows("""
                SELECT DISTINCT agent_id FROM agent_session
                WHERE agent_id = ANY($1) AND revoked_at IS NULL AND expires_at > now()""",
                row -> row.getUUID("agent_id"), (Object) agents.toArray(UUID[]::new));
    }

    /** Filters for valid sessions of all shops, like the sockets of a replica. */
    Uni<List<UUID>> good(Collection<UUID> sessions, Instant now) {
        return statements.ofEveryTenant().rows(GOOD, row -> row.getUUID("id"), sessions.toArray(UUID[]::new), now);
    }
}
