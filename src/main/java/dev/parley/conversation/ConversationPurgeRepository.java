package dev.parley.conversation;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ReactiveRepository;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ConversationPurgeRepository extends ReactiveRepository {
    private static final String DELETE = """
             messages AS (
                DELETE FROM message USING idle WHERE conversation_id = idle.id RETURNING 1
            ), answers AS (
                DELETE FROM answer USING idle WHERE conversation_id = idle.id RETURNING 1
            ), conversations AS (
                DELETE FROM conversation USING idle WHERE conversation.id = idle.id RETURNING 1
            )
            SELECT (SELECT count(*) FROM conversations), (SELECT count(*) FROM messages), (SELECT count(*) FROM answers)
            """;
    /** The rows could go by cascade; deleted by name they are counted. The lock reads the activity again where it has just changed. */
    private static final String PURGE = """
            WITH idle AS (
                SELECT id FROM conversation WHERE tenant_id = :tenant AND last_activity_at < :before
                ORDER BY last_activity_at LIMIT :batch FOR UPDATE SKIP LOCKED
            ),""" + DELETE;
    /** Waits for whoever is writing: the visitor wants all of it gone. */
    private static final String PURGE_OF = """
            WITH idle AS (
                SELECT id FROM conversation WHERE tenant_id = :tenant AND visitor_id = :visitor FOR UPDATE
            ),""" + DELETE;
    /** The messages of a conversation are numbered without gaps, so that they need not be read to be counted. */
    private static final String COUNT = """
            SELECT count(*), coalesce(sum(last_seq), 0), (SELECT count(*) FROM answer
                JOIN conversation idle ON idle.id = conversation_id
                WHERE idle.tenant_id = :tenant AND idle.last_activity_at < :before)
            FROM conversation WHERE tenant_id = :tenant AND last_activity_at < :before""";

    Uni<PurgedCounts> purgeIdle(TenantId tenant, Instant before, int batch) {
        return inTransaction(tenant, () -> Panache.getSession().chain(session -> session
                .createNativeQuery(PURGE, Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("before", before)
                .setParameter("batch", batch)
                .getSingleResult())
                .map(ConversationPurgeRepository::toCounts));
    }

    Uni<PurgedCounts> purgeOf(TenantId tenant, UUID visitor) {
        return inTransaction(tenant, () -> Panache.getSession().chain(session -> session
                .createNativeQuery(PURGE_OF, Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("visitor", visitor)
                .getSingleResult())
                .map(ConversationPurgeRepository::toCounts));
    }

    Uni<PurgedCounts> countIdle(TenantId tenant, Instant before) {
        return inSession(tenant, () -> Panache.getSession().chain(session -> session
                .createNativeQuery(COUNT, Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("before", before)
                .getSingleResult())
                .map(ConversationPurgeRepository::toCounts));
    }

    private static PurgedCounts toCounts(Object[] row) {
        return new PurgedCounts(count(row[0]), count(row[1]), count(row[2]));
    }

    private static int count(Object value) {
        return ((Number) value).intValue();
    }
}
