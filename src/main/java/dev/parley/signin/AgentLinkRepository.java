package dev.parley.signin;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.platform.database.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

@ApplicationScoped
class AgentLinkRepository {
    private static final String OF_ENABLED = """
            SELECT agent.id FROM agent_link JOIN agent ON agent.id = agent_link.agent_id
            WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 AND disabled_at IS NULL
            """;

    /** Uses up all links of the agent and closes its sessions, so that the old password is worthless. */
    private static final String USE = """
            WITH link AS (
                UPDATE agent_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
                RETURNING agent_id
            ), changed AS (
                UPDATE agent SET password_hash = $3 FROM link WHERE agent.id = agent_id AND disabled_at IS NULL RETURNING agent.id
            ), others AS (
                UPDATE agent_link SET used_at = $2 FROM changed
                WHERE agent_id = changed.id AND used_at IS NULL AND token_hash <> $1
            ), closed AS (
                UPDATE agent_session SET revoked_at = $2 FROM changed WHERE agent_id = changed.id AND revoked_at IS NULL
            )
            SELECT id FROM changed
            """;

    private final Statements statements;

    AgentLinkRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<Void> create(Agent agent, byte[] hash, Instant now, Instant expires) {
        return statements.of(agent.tenant()).run("""
                INSERT INTO agent_link (token_hash, tenant_id, agent_id, created_at, expires_at)
                VALUES ($1, $2, $3, $4, $5) RETURNING agent_id""", Buffer.buffer(hash),
                agent.tenant().value(), agent.id(), now, expires);
    }

    Uni<Boolean> isGood(byte[] hash, Instant now) {
        return statements.ofEveryTenant().any(OF_ENABLED, Buffer.buffer(hash), now);
    }

    /** False if the link was invalid or used concurrently. */
    Uni<Boolean> use(byte[] hash, String passwordHash, Instant now) {
        return statements.ofEveryTenant().any(USE, Buffer.buffer(hash), now, passwordHash);
    }
}
