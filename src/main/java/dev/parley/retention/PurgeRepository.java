package dev.parley.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.retention.RetentionDesk.LastPurge;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * Who purges, and what went. A lease in a row rather than an advisory lock: a lock would bind a connection for the whole run, is lost
 * without a word behind a connection pooler, and cannot say when the next run is due. The database's clock measures it, so replicas with
 * wrong clocks agree, and it lapses by itself when its holder is killed.
 */
@ApplicationScoped
class PurgeRepository {
    /** Many times longer than a batch takes. */
    private static final String LEASE = "INTERVAL '60 seconds'";

    private final Statements statements;

    PurgeRepository(Statements statements) {
        this.statements = statements;
    }

    /** True for one replica alone, and only once a purge is due. */
    Uni<Boolean> take(UUID owner) {
        return changesOne("UPDATE purge_lease SET owner = $1, held_until = now() + " + LEASE
                + " WHERE due_at <= now() AND held_until <= now() RETURNING owner", owner);
    }

    /** False when the lease has lapsed and is another's now. */
    Uni<Boolean> keep(UUID owner) {
        return changesOne("UPDATE purge_lease SET held_until = now() + " + LEASE + " WHERE owner = $1 RETURNING owner",
                owner);
    }

    /** Ends the lease with the next purge due {@code next} from now; zero for at once. */
    Uni<Boolean> release(UUID owner, Duration next) {
        return changesOne(
                "UPDATE purge_lease SET owner = NULL, held_until = now(), due_at = now() + INTERVAL '1 second' * "
                        + next.toSeconds() + " WHERE owner = $1 RETURNING CAST($1 AS uuid)",
                owner);
    }

    private Uni<Boolean> changesOne(String sql, UUID owner) {
        return statements.ofEveryTenant().any(sql, owner);
    }

    /** For the holder of the lease, at its start: whatever still says "running" belongs to a replica that is gone. */
    Uni<Integer> markInterrupted() {
        return statements.ofEveryTenant()
                .count("UPDATE purge_run SET outcome = 'interrupted' WHERE outcome = 'running' RETURNING id");
    }

    Uni<@Nullable LastPurge> last(TenantId tenant) {
        return statements.of(tenant).row("""
                SELECT started_at, cutoff, conversations, messages, answers, visitors, recordings FROM purge_run
                WHERE tenant_id = $1 AND outcome = 'done' ORDER BY started_at DESC LIMIT 1""",
                PurgeRepository::toLast, tenant.value());
    }

    private static LastPurge toLast(Row row) {
        return new LastPurge(Objects.requireNonNull(Statements.instant(row, "started_at")),
                Objects.requireNonNull(Statements.instant(row, "cutoff")), row.getLong("conversations"),
                row.getLong("messages"), row.getLong("answers"),
                row.getLong("visitors"), row.getLong("recordings"));
    }

    Uni<Void> write(PurgeRun run, @Nullable Instant finishedAt) {
        return statements.of(run.tenant()).run(
                """
                INSERT INTO purge_run (id, tenant_id, started_at, finished_at, cutoff, conversations, messages, answers, visitors, recordings, outcome)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                ON CONFLICT (id) DO UPDATE SET finished_at = EXCLUDED.finished_at, conversations = EXCLUDED.conversations,
                    messages = EXCLUDED.messages, answers = EXCLUDED.answers, visitors = EXCLUDED.visitors,
                    recordings = EXCLUDED.recordings, outcome = EXCLUDED.outcome
                RETURNING id""", run.id(), run.tenant().value(), run.startedAt(), finishedAt, run.cutoff(),
                run.conversations(), run.messages(), run.answers(), run.visitors(),
                run.recordings(), finishedAt == null ? "running" : "done");
    }
}
