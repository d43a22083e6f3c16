package dev.parley.conversation;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ReactiveRepository;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ConversationPurgeRepository extends ReactiveRepository {
    /** The rows could go by cascade; deleted by name they are counted. The lock reads the activity again where it has just changed. */
    private static final String PURGE = """
            WITH idle AS (
                SELECT id FROM conversation WHERE tenant_id = :tenant AND last_activity_at < :before
                ORDER BY last_activity_at LIMIT :batch FOR UPDATE SKIP LOCKED
            ), messages AS (
                DELETE FROM message USING idle WHERE conversation_id = idle.id RETURNING 1
            ), answers AS (
                DELETE FROM answer USING idle WHERE conversation_id = idle.id RETURNING 1
            ), conversations AS (
                DELETE FROM conversation USING idle WHERE conversation.id = idle.id RETURNING 1
            )
            SELECT (SELECT count(*) FROM conversations), (SELECT count(*) FROM messages), (SELECT count(*) FROM answers)
            """;

    Uni<PurgedCounts> purgeIdle(TenantId tenant, Instant before, int batch) {
        return inTransaction(() -> Panache.getSession().chain(session -> session
                .createNativeQuery(PURGE, Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("before", before)
                .setParameter("batch", batch)
                .getSingleResult())
                .map(row -> new PurgedCounts(count(row[0]), count(row[1]), count(row[2]))));
    }

    private static int count(Object value) {
        return ((Number) value).intValue();
    }
}
