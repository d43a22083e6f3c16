package dev.parley.conversation.lookup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.HandoffReason;
import dev.parley.conversation.lookup.Workload.Unanswered;
import dev.parley.conversation.lookup.Workload.Waiting;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class WorkloadRepository {
    private static final String WAITING = """
            SELECT id, ARRAY(SELECT lower(label) FROM unnest(labels) AS label) AS labels, locale, waiting_since, handoff_code
            FROM conversation
            WHERE tenant_id = $1 AND state = 'waiting' AND (snoozed_until IS NULL OR snoozed_until <= $2)
            ORDER BY priority DESC, waiting_since LIMIT $3
            """;

    private static final String UNANSWERED = """
            SELECT c.tenant_id, c.id, c.agent_id, GREATEST(question.at, told.at) AS since
            FROM conversation c
            CROSS JOIN LATERAL (
                SELECT min(at) AS at FROM message m
                WHERE m.conversation_id = c.id AND m.tenant_id = c.tenant_id AND m.author = 'visitor'
                  AND m.seq > COALESCE((SELECT max(seq) FROM message
                      WHERE conversation_id = c.id AND tenant_id = c.tenant_id AND author = 'agent'), 0)
            ) question
            LEFT JOIN LATERAL (
                SELECT max(at) AS at FROM message
                WHERE conversation_id = c.id AND tenant_id = c.tenant_id AND author = 'system'
            ) told ON true
            WHERE c.state = 'with_agent' AND question.at IS NOT NULL
              AND (c.snoozed_until IS NULL OR c.snoozed_until <= $1)
            """;

    private static final String LAST_ACTED = """
            SELECT COALESCE((SELECT max(at) FROM message
                WHERE conversation_id = c.id AND tenant_id = c.tenant_id AND author IN ('system', 'agent')), c.created_at) AS last_acted
            FROM conversation c
            WHERE c.tenant_id = $1 AND c.id = $2 AND c.agent_id = $3
            """;

    private final Statements statements;

    WorkloadRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<List<Waiting>> waiting(TenantId tenant, Instant now, int max) {
        return statements.of(tenant).rows(WAITING, WorkloadRepository::toWaiting, tenant.value(), now, max);
    }

    private static Waiting toWaiting(Row row) {
        String reason = row.getString("handoff_code");
        return new Waiting(row.getUUID("id"), List.of(row.getArrayOfStrings("labels")), row.getString("locale"),
                Objects.requireNonNull(Statements.instant(row, "waiting_since")),
                reason == null ? null : HandoffReason.of(reason));
    }

    Uni<List<TenantId>> shopsWithWaiting() {
        return statements.ofEveryTenant().rows("SELECT DISTINCT tenant_id FROM conversation WHERE state = 'waiting'",
                row -> new TenantId(row.getUUID("tenant_id")));
    }

    Uni<Map<UUID, Integer>> byAgent(TenantId tenant) {
        return statements.of(tenant).rows("""
                SELECT agent_id, count(*) AS conversations FROM conversation
                WHERE tenant_id = $1 AND state = 'with_agent' GROUP BY agent_id""",
                row -> Map.entry(row.getUUID("agent_id"), row.getLong("conversations").intValue()), tenant.value())
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Uni<List<Unanswered>> unanswered(Instant now) {
        return statements.ofEveryTenant().rows(UNANSWERED,
                row -> new Unanswered(new TenantId(row.getUUID("tenant_id")), row.getUUID("id"),
                        row.getUUID("agent_id"), Objects.requireNonNull(Statements.instant(row, "since"))),
                now);
    }

    Uni<@Nullable Instant> lastActed(TenantId tenant, UUID conversation, UUID agent) {
        return statements.of(tenant).row(LAST_ACTED, row -> Statements.instant(row, "last_acted"), tenant.value(),
                conversation, agent);
    }
}
