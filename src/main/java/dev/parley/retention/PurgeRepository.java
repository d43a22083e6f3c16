package dev.parley.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.retention.RetentionSettings.LastPurge;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * The purge lease and results. A lease in a row instead of an advisory lock: a lock would hold a connection for the
 * whole run, is lost silently behind a connection pooler, and cannot schedule the next run. It uses the database's
 * clock and expires if its holder dies.
 */
@ApplicationScoped
class PurgeRepository {
    /** Much longer than a batch takes. */
    private static final String LEASE = "INTERVAL '60 seconds'";

    private final Statements statements;

    PurgeRepository(Statements statements) {
        this.statements = statements;
    }

    /** True for one replica, once a purge is due. */
    Uni<Boolean> take(UUID owner) {
        return changesOne("UPDATE purge_lease SET owner = $1, held_until = now() + " + LEASE
                + " WHERE due_at <= now() AND held_until <= now() RETURNING owner", owner);
    }

    /** False if another replica has the lease. */
    Uni<Boolean> keep(UUID owner) {
        return changesOne("UPDATE purge_lease SET held_until = now() + " + LEASE + " WHERE owner = $1 RETURNING owner",
                owner);
    }

    /** Ends the lease; the next purge is due after {@code next}. */
    Uni<Boolean> release(UUID owner, Duration next) {
        return changesOne(
                "UPDATE purge_lease SET owner = NULL, held_until = now(), due_at = now() + INTERVAL '1 second' * "
                        + next.toSeconds() + " WHERE owner = $1 RETURNING CAST($1 AS uuid)",
                owner);
    }

    private Uni<Boolean> changesOne(String sql, UUID owner) {
        return statements.ofEveryTenant().any(sql, owner);
    }

    /** Called by the lease holder at its start: a run still marked "running" belongs to a dead replica. */
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
