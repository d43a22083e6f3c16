package dev.parley.webhook;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DeliveryLogRepository {
    private static final int SHOWN_ATTEMPTS = 20;
    private static final String COLUMNS = "id, position, event, conversation_id, outcome, body, happened_at, due_at, attempts";

    private final Statements statements;

    DeliveryLogRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<List<Delivery>> page(TenantId tenant, UUID webhook, long before, @Nullable String outcome, int limit) {
        return statements.of(tenant).rows("SELECT " + COLUMNS + """
                 FROM webhook_delivery WHERE tenant_id = $1 AND webhook_id = $2 AND position < $3
                    AND (CAST($4 AS text) IS NULL OR outcome = $4)
                ORDER BY position DESC LIMIT $5""", DeliveryLogRepository::toDelivery, tenant.value(), webhook, before,
                outcome, (long) limit);
    }

    Uni<@Nullable Delivery> find(TenantId tenant, UUID webhook, UUID delivery) {
        return statements.of(tenant).row(
                "SELECT " + COLUMNS + " FROM webhook_delivery WHERE tenant_id = $1 AND webhook_id = $2 AND id = $3",
                DeliveryLogRepository::toDelivery, tenant.value(), webhook, delivery);
    }

    private static Delivery toDelivery(Row row) {
        String outcome = row.getString("outcome");
        return new Delivery(row.getUUID("id"), row.getLong("position"), row.getString("event"),
                row.getUUID("conversation_id"), outcome,
                row.getString("body"), Objects.requireNonNull(Statements.instant(row, "happened_at")),
                outcome.equals("pending") ? Statements.instant(row, "due_at") : null, row.getInteger("attempts"),
                List.of());
    }

    private record Known(UUID delivery, DeliveryAttempt attempt) {}

    Uni<List<Delivery>> withAttempts(TenantId tenant, List<Delivery> deliveries) {
        return statements.of(tenant).rows("""
                SELECT a.delivery_id, a.at, a.millis, a.status, a.error, a.response
                FROM webhook_delivery d CROSS JOIN LATERAL (
                    SELECT * FROM webhook_attempt WHERE delivery_id = d.id ORDER BY n DESC LIMIT $3) a
                WHERE d.tenant_id = $1 AND d.id = ANY ($2) ORDER BY a.n""", DeliveryLogRepository::toKnown,
                tenant.value(), deliveries.stream().map(Delivery::id).toArray(UUID[]::new), (long) SHOWN_ATTEMPTS)
                .map(found -> {
                    Map<UUID, List<DeliveryAttempt>> attempts = found.stream()
                            .collect(groupingBy(Known::delivery, mapping(Known::attempt, toList())));
                    return deliveries.stream().map(delivery -> with(delivery, attempts)).toList();
                });
    }

    private static Known toKnown(Row row) {
        return new Known(row.getUUID("delivery_id"),
                new DeliveryAttempt(Objects.requireNonNull(Statements.instant(row, "at")), row.getLong("millis"),
                        row.getInteger("status"), row.getString("error"), row.getString("response")));
    }

    private static Delivery with(Delivery delivery, Map<UUID, List<DeliveryAttempt>> attempts) {
        return new Delivery(delivery.id(), delivery.position(), delivery.event(), delivery.conversation(),
                delivery.outcome(), delivery.body(), delivery.happenedAt(), delivery.due(), delivery.attemptCount(),
                attempts.getOrDefault(delivery.id(), List.of()));
    }

    /** False if unknown; otherwise due now, with a fresh retry period. */
    Uni<Boolean> renew(TenantId tenant, UUID webhook, UUID delivery, Instant now) {
        return statements.of(tenant).any("""
                UPDATE webhook_delivery SET outcome = 'pending', due_at = $4, tries = 0, failing_since = NULL
                WHERE tenant_id = $1 AND webhook_id = $2 AND id = $3 RETURNING id""",
                tenant.value(), webhook, delivery, now);
    }
}
