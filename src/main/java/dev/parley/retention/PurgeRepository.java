package dev.parley.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ReactiveRepository;
import dev.parley.platform.Visible;
import dev.parley.retention.RetentionDesk.LastPurge;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Who purges, and what went. A lease in a row rather than an advisory lock: a lock would bind a connection for the whole run, is lost
 * without a word behind a connection pooler, and cannot say when the next run is due. The database's clock measures it, so replicas with
 * wrong clocks agree, and it lapses by itself when its holder is killed.
 */
@ApplicationScoped
class PurgeRepository extends ReactiveRepository {
    /** Many times longer than a batch takes. */
    private static final String LEASE = "INTERVAL '60 seconds'";

    /** True for one replica alone, and only once a purge is due. */
    Uni<Boolean> take(UUID owner) {
        return changesOne("UPDATE purge_lease SET owner = :owner, held_until = now() + " + LEASE
                + " WHERE due_at <= now() AND held_until <= now() RETURNING 1", owner);
    }

    /** False when the lease has lapsed and is another's now. */
    Uni<Boolean> keep(UUID owner) {
        return changesOne("UPDATE purge_lease SET held_until = now() + " + LEASE + " WHERE owner = :owner RETURNING 1",
                owner);
    }

    /** Ends the lease with the next purge due {@code next} from now; zero for at once. */
    Uni<Boolean> release(UUID owner, Duration next) {
        return changesOne(
                "UPDATE purge_lease SET owner = NULL, held_until = now(), due_at = now() + INTERVAL '1 second' * "
                        + next.toSeconds() + " WHERE owner = :owner RETURNING 1",
                owner);
    }

    private Uni<Boolean> changesOne(String sql, UUID owner) {
        return inTransaction(Visible.EVERY_TENANT,
                () -> Panache.getSession().chain(session -> session.createNativeQuery(sql, Integer.class)
                        .setParameter("owner", owner)
                        .getSingleResultOrNull())
                        .map(changed -> changed != null));
    }

    /** For the holder of the lease, at its start: whatever still says "running" belongs to a replica that is gone. */
    Uni<Integer> markInterrupted() {
        return inTransaction(Visible.EVERY_TENANT, () -> Panache.getSession().chain(session -> session
                .createNativeQuery("UPDATE purge_run SET outcome = 'interrupted' WHERE outcome = 'running'")
                .executeUpdate()));
    }

    Uni<@Nullable LastPurge> last(TenantId tenant) {
        return inSession(tenant, () -> Panache.getSession().chain(session -> session
                .createNativeQuery("""
                        SELECT started_at, cutoff, conversations, messages, answers, visitors, recordings FROM purge_run
                        WHERE tenant_id = :tenant AND outcome = 'done' ORDER BY started_at DESC LIMIT 1""",
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .getSingleResultOrNull())
                .map(row -> row == null ? null : toLast(row)));
    }

    private static LastPurge toLast(Object[] row) {
        return new LastPurge(((OffsetDateTime) row[0]).toInstant(), ((OffsetDateTime) row[1]).toInstant(),
                (Long) row[2], (Long) row[3], (Long) row[4],
                (Long) row[5], (Long) row[6]);
    }

    Uni<Void> write(PurgeRun run, @Nullable Instant finishedAt) {
        return inTransaction(run.tenant(), () -> Panache.getSession().chain(session -> session
                .createNativeQuery(
                        """
                        INSERT INTO purge_run (id, tenant_id, started_at, finished_at, cutoff, conversations, messages, answers, visitors, recordings, outcome)
                        VALUES (:id, :tenant, :started, CAST(:finished AS timestamptz), :cutoff, :conversations, :messages, :answers, :visitors, :recordings, :outcome)
                        ON CONFLICT (id) DO UPDATE SET finished_at = EXCLUDED.finished_at, conversations = EXCLUDED.conversations,
                            messages = EXCLUDED.messages, answers = EXCLUDED.answers, visitors = EXCLUDED.visitors,
                            recordings = EXCLUDED.recordings, outcome = EXCLUDED.outcome""")
                .setParameter("id", run.id())
                .setParameter("tenant", run.tenant().value())
                .setParameter("started", run.startedAt())
                .setParameter("finished", finishedAt)
                .setParameter("cutoff", run.cutoff())
                .setParameter("conversations", run.conversations())
                .setParameter("messages", run.messages())
                .setParameter("answers", run.answers())
                .setParameter("visitors", run.visitors())
                .setParameter("recordings", run.recordings())
                .setParameter("outcome", finishedAt == null ? "running" : "done")
                .executeUpdate())
                .replaceWithVoid());
    }
}
