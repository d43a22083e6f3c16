package dev.parley.conversation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Records what agents say. */
@ApplicationScoped
class AgentMessageRepository {
    /** The owner is asked for where the number is given: between the two nobody can take the conversation over. */
    private static final String RECORD = """
            WITH earlier AS (
                SELECT seq, at FROM message
                WHERE conversation_id = $1 AND tenant_id = $2 AND author = 'agent' AND client_message_id = $3 AND agent_id = $4
            ), numbered AS (
                UPDATE conversation SET last_seq = last_seq + 1, last_activity_at = $7
                WHERE id = $1 AND tenant_id = $2 AND state = 'with_agent' AND agent_id = $4
                  AND NOT EXISTS (SELECT 1 FROM earlier)
                RETURNING last_seq
            ), stored AS (
                INSERT INTO message (conversation_id, seq, tenant_id, author, author_name, agent_id, text, client_message_id, at)
                SELECT $1, last_seq, $2, 'agent', $5, $4, $6, $3, $7 FROM numbered
            ), sent AS (
                DELETE FROM draft USING numbered WHERE conversation_id = $1 AND agent_id = $4
            )
            SELECT last_seq, CAST($7 AS timestamptz), false FROM numbered UNION ALL SELECT seq, at, true FROM earlier
            """;

    private final Statements statements;

    AgentMessageRepository(Statements statements) {
        this.statements = statements;
    }

    record Stored(long seq, Instant at, boolean earlier) {}

    /** Null when the agent does not own the conversation. */
    Uni<@Nullable Stored> record(TenantId tenant, UUID conversation, AgentMessage message, Instant now) {
        return statements.row(RECORD,
                row -> new Stored(row.getLong(0), Objects.requireNonNull(Statements.instant(row, 1)),
                        row.getBoolean(2)),
                conversation, tenant.value(), message.clientId(), message.agent(), message.name(), message.text(), now);
    }
}
