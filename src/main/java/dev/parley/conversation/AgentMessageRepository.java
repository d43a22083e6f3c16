package dev.parley.conversation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AgentMessageRepository {
    /** Checks the owner in the statement that assigns the number, so that nobody can take over in between. */
    private static final String RECORD = """
            WITH earlier AS (
                SELECT seq, at, attachments FROM message
                WHERE conversation_id = $1 AND tenant_id = $2 AND author = 'agent' AND client_message_id = $3 AND agent_id = $4
            ), numbered AS (
                UPDATE conversation SET last_seq = last_seq + 1, last_activity_at = $7
                WHERE id = $1 AND tenant_id = $2 AND state = 'with_agent' AND agent_id = $4
                  AND NOT EXISTS (SELECT 1 FROM earlier)
                  AND cardinality(CAST($8 AS uuid[])) = (SELECT count(*) FROM attachment WHERE id = ANY ($8)
                    AND tenant_id = $2 AND conversation_id = $1 AND uploader = $4 AND seq IS NULL)
                RETURNING last_seq
            ), attached AS (
                UPDATE attachment SET seq = last_seq FROM numbered
                WHERE id = ANY ($8) AND tenant_id = $2 AND conversation_id = $1 AND seq IS NULL
                RETURNING id, name, type, size
            ), shown AS (
                SELECT COALESCE(json_agg(json_build_object('id', id, 'name', name, 'type', type, 'size', size)
                    ORDER BY array_position($8, id)), '[]')::text AS list FROM attached
            ), stored AS (
                INSERT INTO message (conversation_id, seq, tenant_id, author, author_name, agent_id, text, client_message_id, at, attachments)
                SELECT $1, last_seq, $2, 'agent', $5, $4, $6, $3, $7, list FROM numbered, shown
            )
            SELECT last_seq AS seq, CAST($7 AS timestamptz) AS at, false AS earlier, list AS attachments FROM numbered, shown
            UNION ALL SELECT seq, at, true, attachments FROM earlier
            """;

    private final Statements statements;

    AgentMessageRepository(Statements statements) {
        this.statements = statements;
    }

    /** {@code attachments} is JSON. */
    record StoredReply(long seq, Instant at, boolean earlier, String attachments) {}

    /** Null if the agent does not own the conversation or an attachment. */
    Uni<@Nullable StoredReply> record(TenantId tenant, UUID conversation, AgentMessage message, Instant now) {
        return statements.of(tenant).row(RECORD,
                row -> new StoredReply(row.getLong("seq"), Objects.requireNonNull(Statements.instant(row, "at")),
                        row.getBoolean("earlier"), row.getString("attachments")),
                conversation, tenant.value(), message.clientId(), message.agent(), message.name(), message.text(), now,
                message.attachments().toArray(UUID[]::new));
    }
}
