package dev.parley.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Leases use the database's clock, due times the service's. Locks a delivery before its webhook. */
@ApplicationScoped
class OutboxRepository {
    /** Longer than any delivery takes. */
    private static final String LEASE = "lease_until = now() + INTERVAL '60 seconds'";
    private static final String PARCEL = """
            d.id, d.lease_owner, d.webhook_id, d.tenant_id, d.event, d.body, d.happened_at, d.tries, d.failing_since,
            w.url, w.sealed_secret, CASE WHEN w.former_until > $2 THEN w.sealed_former END AS sealed_former, w.failures,
            w.failing_since AS webhook_failing_since""";

    /** An event waits for earlier ones of its conversation. A server that is down gets a single event. */
    private static final String TAKE = """
            WITH due AS (
                SELECT first.id FROM webhook w CROSS JOIN LATERAL (
                    SELECT d.id FROM webhook_delivery d
                    WHERE d.webhook_id = w.id AND d.outcome = 'pending' AND d.due_at <= $2
                      AND (d.lease_until IS NULL OR d.lease_until < now())
                      AND NOT EXISTS (SELECT 1 FROM webhook_delivery earlier WHERE earlier.webhook_id = d.webhook_id
                          AND earlier.conversation_id = d.conversation_id AND earlier.outcome = 'pending' AND earlier.position < d.position)
                    ORDER BY d.position
                    LIMIT GREATEST(0, CASE WHEN w.failures >= %d THEN 1 ELSE $3 END - (SELECT count(*) FROM webhook_delivery away
                        WHERE away.webhook_id = w.id AND away.outcome = 'pending' AND away.lease_until >= now()))
                    FOR UPDATE SKIP LOCKED
                ) first
                WHERE w.paused_at IS NULL AND (w.rests_until IS NULL OR w.rests_until <= $2)
                LIMIT $4
            )
            UPDATE webhook_delivery d SET lease_owner = $1, %s FROM due, webhook w WHERE d.id = due.id AND w.id = d.webhook_id
            RETURNING %s
            """.formatted(DeliveryVerdict.DOWN, LEASE, PARCEL);

    private static final String TAKE_ONE = """
            WITH added AS (
                INSERT INTO webhook_delivery (webhook_id, tenant_id, event, body, happened_at, due_at, lease_owner, lease_until)
                SELECT id, tenant_id, $5, $6, $2, $2, $1, now() + INTERVAL '60 seconds' FROM webhook WHERE tenant_id = $3 AND id = $4
                RETURNING *
            )
            SELECT %s FROM added d JOIN webhook w ON w.id = d.webhook_id
            """.formatted(PARCEL);

    private static final String NOTED = """
            noted AS (
                INSERT INTO webhook_attempt (delivery_id, n, at, millis, status, error, response)
                SELECT id, attempts, $4, $5, CAST($6 AS integer), CAST($7 AS text), CAST($8 AS text) FROM settled
            )""";

    /** Makes postponed deliveries due once a server is back. Skips leased ones, whose holder locks the webhook, too. */
    private static final String DELIVERED = """
            WITH settled AS (
                UPDATE webhook_delivery SET outcome = 'delivered', attempts = attempts + 1, lease_owner = NULL, lease_until = NULL
                WHERE tenant_id = $1 AND id = $2 AND lease_owner = $3 RETURNING id, webhook_id, attempts
            ), %s, well AS (
                UPDATE webhook w SET failures = 0, failing_since = NULL, rests_until = NULL
                FROM settled JOIN webhook former ON former.id = settled.webhook_id
                WHERE w.id = former.id AND w.failures > 0 RETURNING w.id, former.failures
            ), soon AS (
                UPDATE webhook_delivery d SET due_at = $9 FROM well
                WHERE d.webhook_id = well.id AND well.failures >= %d AND d.outcome = 'pending' AND d.due_at > $9 AND d.lease_owner IS NULL
            )
            SELECT attempts FROM settled
            """.formatted(NOTED, DeliveryVerdict.DOWN);

    private static final String UNDELIVERED = """
            WITH settled AS (
                UPDATE webhook_delivery SET outcome = $9, attempts = attempts + 1, tries = tries + 1,
                    failing_since = COALESCE(failing_since, $4), due_at = $10, lease_owner = NULL, lease_until = NULL
                WHERE tenant_id = $1 AND id = $2 AND lease_owner = $3 RETURNING id, webhook_id, attempts
            ), %s, ill AS (
                UPDATE webhook w SET failures = failures + 1, failing_since = COALESCE(failing_since, $4),
                    rests_until = CAST($11 AS timestamptz),
                    paused_at = CASE WHEN $12 <> '' THEN COALESCE(paused_at, $4) ELSE paused_at END,
                    pause_reason = CASE WHEN $12 <> '' THEN COALESCE(pause_reason, $12) ELSE pause_reason END
                FROM settled WHERE w.id = settled.webhook_id AND $13
            )
            SELECT attempts FROM settled
            """.formatted(NOTED);

    private final Statements statements;

    OutboxRepository(Statements statements) {
        this.statements = statements;
    }

    /** Limits per webhook, including deliveries in progress, and in total. */
    Uni<List<DueDelivery>> take(UUID lease, Instant now, int toOne, int max) {
        return statements.ofEveryTenant().rows(TAKE, OutboxRepository::toDelivery, lease, now, (long) toOne,
                (long) max);
    }

    /** Creates and leases an event for this webhook; null if the webhook is unknown. */
    Uni<@Nullable DueDelivery> takeNew(TenantId tenant, UUID webhook, UUID lease, Instant now, String event,
            String body) {
        return statements.of(tenant).row(TAKE_ONE, OutboxRepository::toDelivery, lease, now, tenant.value(), webhook,
                event, body);
    }

    private static DueDelivery toDelivery(Row row) {
        return new DueDelivery(row.getUUID("id"), row.getUUID("lease_owner"), row.getUUID("webhook_id"),
                new TenantId(row.getUUID("tenant_id")),
                row.getString("event"), row.getString("body"),
                Objects.requireNonNull(Statements.instant(row, "happened_at")),
                row.getInteger("tries"), Statements.instant(row, "failing_since"), row.getString("url"),
                row.getString("sealed_secret"), row.getString("sealed_former"),
                row.getInteger("failures"), Statements.instant(row, "webhook_failing_since"));
    }

    /** False, without a change, if the lease was lost. */
    Uni<Boolean> settle(DueDelivery due, DeliveryAttempt attempt, DeliveryVerdict verdict, Instant now) {
        return switch (verdict) {
            case DeliveryVerdict.Delivered delivered -> delivered(due, attempt, now);
            case DeliveryVerdict.Undelivered undelivered -> undelivered(due, attempt, undelivered);
        };
    }

    private Uni<Boolean> delivered(DueDelivery due, DeliveryAttempt attempt, Instant now) {
        return statements.of(due.tenant())
                .any(DELIVERED, due.tenant().value(), due.id(),
                        due.lease(), attempt.at(), attempt.millis(), attempt.status(), attempt.error(),
                        attempt.response(),
                        now);
    }

    private Uni<Boolean> undelivered(DueDelivery due, DeliveryAttempt attempt, DeliveryVerdict.Undelivered verdict) {
        return statements.of(due.tenant())
                .any(UNDELIVERED, due.tenant().value(), due.id(),
                        due.lease(), attempt.at(), attempt.millis(), attempt.status(), attempt.error(),
                        attempt.response(),
                        verdict.again() ? "pending" : "failed", verdict.due(), verdict.rest(),
                        verdict.pause() == null ? "" : verdict.pause().wire(), !due.test());
    }
}
