package dev.parley.conversation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

@ApplicationScoped
class ConversationPurgeRepository {
    private static final String DELETE = """
             messages AS (
                DELETE FROM message USING idle WHERE conversation_id = idle.id RETURNING 1
            ), answers AS (
                DELETE FROM answer USING idle WHERE conversation_id = idle.id RETURNING 1
            ), conversations AS (
                DELETE FROM conversation USING idle WHERE conversation.id = idle.id RETURNING 1
            )
            SELECT (SELECT count(*) FROM conversations) AS conversations, (SELECT count(*) FROM messages) AS messages,
                (SELECT count(*) FROM answers) AS answers
            """;
    /** Explicit deletes instead of a cascade, to count rows. The lock rereads recent activity. */
    private static final String PURGE = """
            WITH idle AS (
                SELECT id FROM conversation WHERE tenant_id = $1 AND last_activity_at < $2
                ORDER BY last_activity_at LIMIT $3 FOR UPDATE SKIP LOCKED
            ),""" + DELETE;
    /** Waits for writers: the visitor wants everything deleted. */
    private static final String PURGE_OF = """
            WITH idle AS (
                SELECT id FROM conversation WHERE tenant_id = $1 AND visitor_id = $2 FOR UPDATE
            ),""" + DELETE;
    /** Messages are numbered without gaps, so they need not be read to be counted. */
    private static final String COUNT = """
            SELECT count(*) AS conversations, coalesce(sum(last_seq), 0) AS messages, (SELECT count(*) FROM answer
                JOIN conversation idle ON idle.id = conversation_id
                WHERE idle.tenant_id = $1 AND idle.last_activity_at < $2) AS answers
            FROM conversation WHERE tenant_id = $1 AND last_activity_at < $2""";

    private final Statements statements;

    ConversationPurgeRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<PurgedCounts> purgeIdle(TenantId tenant, Instant before, int batch) {
        return counts(PURGE, tenant, tenant.value(), before, (long) batch);
    }

    Uni<PurgedCounts> purgeOf(TenantId tenant, UUID visitor) {
        return counts(PURGE_OF, tenant, tenant.value(), visitor);
    }

    Uni<PurgedCounts> countIdle(TenantId tenant, Instant before) {
        return counts(COUNT, tenant, tenant.value(), before);
    }

    private Uni<PurgedCounts> counts(String sql, TenantId tenant, Object... parameters) {
        return statements.of(tenant)
                .row(sql,
                        row -> new PurgedCounts(count(row, "conversations"), count(row, "messages"),
                                count(row, "answers")),
                        parameters)
                .map(Objects::requireNonNull);
    }

    private static int count(Row row, String column) {
        return ((Number) row.getValue(column)).intValue();
    }
}
