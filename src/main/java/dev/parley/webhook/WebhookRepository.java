package dev.parley.webhook;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class WebhookRepository {
    private static final String COLUMNS = "id, url, events, created_at, former_until, paused_at, pause_reason, failures, failing_since";

    private final Statements statements;

    WebhookRepository(Statements statements) {
        this.statements = statements;
    }

    private static Webhook toWebhook(Row row) {
        Instant paused = Statements.instant(row, "paused_at");
        return new Webhook(row.getUUID("id"), row.getString("url"), Arrays.asList(row.getArrayOfStrings("events")),
                Objects.requireNonNull(Statements.instant(row, "created_at")), Statements.instant(row, "former_until"),
                paused == null ? null : new Webhook.Pause(paused, row.getString("pause_reason")),
                row.getInteger("failures"),
                Statements.instant(row, "failing_since"));
    }

    Uni<List<Webhook>> all(TenantId tenant) {
        return statements.of(tenant).rows("SELECT " + COLUMNS + " FROM webhook WHERE tenant_id = $1 ORDER BY id",
                WebhookRepository::toWebhook, tenant.value());
    }

    Uni<@Nullable Webhook> find(TenantId tenant, UUID id) {
        return statements.of(tenant).row("SELECT " + COLUMNS + " FROM webhook WHERE tenant_id = $1 AND id = $2",
                WebhookRepository::toWebhook, tenant.value(), id);
    }

    /** Shops with an active webhook. */
    Uni<Set<TenantId>> interested() {
        return statements.ofEveryTenant().rows("SELECT DISTINCT tenant_id FROM webhook WHERE paused_at IS NULL",
                row -> new TenantId(row.getUUID("tenant_id"))).map(HashSet::new);
    }

    /** False if the limit is reached. */
    Uni<Boolean> add(TenantId tenant, Webhook webhook, String sealedSecret, int max) {
        return changes(tenant, """
                INSERT INTO webhook (id, tenant_id, url, events, sealed_secret, created_at)
                SELECT $2, $1, $3, $4, $5, $6 WHERE shop_rows('webhook', $1, 'true') < $7
                RETURNING id""", tenant.value(), webhook.id(), webhook.url(), webhook.events().toArray(String[]::new),
                sealedSecret, webhook.createdAt(), (long) max);
    }

    /** A new address resets failures. Changes nothing if it no longer equals {@code known}, unless that is null. */
    Uni<Boolean> change(TenantId tenant, UUID id, String url, List<String> events, @Nullable Webhook known) {
        return changes(tenant, """
                UPDATE webhook SET url = $3, events = $4, failures = 0, failing_since = NULL, rests_until = NULL
                WHERE tenant_id = $1 AND id = $2
                  AND (CAST($5 AS text) IS NULL OR (url = $5 AND events = CAST($6 AS text[])))
                RETURNING id""", tenant.value(), id, url, events.toArray(String[]::new),
                known == null ? null : known.url(), known == null ? null : known.events().toArray(String[]::new));
    }

    Uni<Boolean> remove(TenantId tenant, UUID id) {
        return changes(tenant, "DELETE FROM webhook WHERE tenant_id = $1 AND id = $2 RETURNING id", tenant.value(), id);
    }

    Uni<Boolean> pause(TenantId tenant, UUID id, Webhook.Reason reason, Instant now) {
        return changes(tenant, """
                UPDATE webhook SET paused_at = COALESCE(paused_at, $3), pause_reason = COALESCE(pause_reason, $4)
                WHERE tenant_id = $1 AND id = $2 RETURNING id""", tenant.value(), id, now, reason.wire());
    }

    Uni<Boolean> resume(TenantId tenant, UUID id, Instant now) {
        return changes(tenant, """
                WITH resumed AS (
                    UPDATE webhook SET paused_at = NULL, pause_reason = NULL, failures = 0, failing_since = NULL, rests_until = NULL
                    WHERE tenant_id = $1 AND id = $2 RETURNING id
                ), waiting AS (
                    UPDATE webhook_delivery d SET due_at = LEAST(due_at, $3), tries = 0, failing_since = NULL
                    FROM resumed WHERE d.webhook_id = resumed.id AND d.outcome = 'pending' AND d.lease_owner IS NULL
                )
                SELECT id FROM resumed""", tenant.value(), id, now);
    }

    Uni<Boolean> rotate(TenantId tenant, UUID id, String sealed, Instant formerUntil) {
        return changes(tenant, """
                UPDATE webhook SET sealed_former = sealed_secret, former_until = $4, sealed_secret = $3
                WHERE tenant_id = $1 AND id = $2 RETURNING id""", tenant.value(), id, sealed, formerUntil);
    }

    private Uni<Boolean> changes(TenantId tenant, String sql, @Nullable Object... parameters) {
        return statements.of(tenant).any(sql, parameters);
    }
}
