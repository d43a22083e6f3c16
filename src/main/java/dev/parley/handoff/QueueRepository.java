package dev.parley.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.handoff.RoundRobin.Candidate;
import dev.parley.handoff.RoundRobin.Case;
import dev.parley.platform.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Who waits, and who could take them. */
@ApplicationScoped
class QueueRepository {
    /** Only labels that are somebody's skill ask for it: "vip" alone keeps nobody waiting. */
    private static final String WAITING = """
            SELECT c.id, ARRAY(SELECT lower(l) FROM unnest(c.labels) l WHERE EXISTS (
                SELECT 1 FROM agent WHERE tenant_id = $1 AND disabled_at IS NULL AND lower(l) = ANY(skills))) AS skills, c.locale, c.waiting_since,
                COALESCE(c.handoff_code, '') IN ('left_message', 'action') AS for_the_team
            FROM conversation c
            WHERE c.tenant_id = $1 AND c.state = 'waiting' AND (c.snoozed_until IS NULL OR c.snoozed_until <= $2)
            ORDER BY c.priority DESC, c.waiting_since LIMIT $3
            """;

    private static final String THERE = """
            SELECT a.id, a.skills, COALESCE(a.capacity, $2) AS capacity,
                (SELECT count(*) FROM conversation c WHERE c.tenant_id = $1 AND c.state = 'with_agent' AND c.agent_id = a.id) AS serving,
                a.last_assigned_at
            FROM agent a
            WHERE a.tenant_id = $1 AND a.disabled_at IS NULL AND NOT a.away AND EXISTS (
                SELECT 1 FROM agent_presence p WHERE p.agent_id = a.id AND p.tenant_id = $1
                  AND p.seen_at > now() - INTERVAL '15 seconds')
            """;

    private final Statements statements;

    QueueRepository(Statements statements) {
        this.statements = statements;
    }

    /** @param forTheTeam nobody else can see to it, and the visitor has been told so: it is not given up */
    record Waiting(Case waiting, Instant since, boolean forTheTeam) {}

    /** The most urgent, then the longest waiting. */
    Uni<List<Waiting>> waiting(TenantId tenant, Instant now, int most) {
        return statements.of(tenant).rows(WAITING,
                row -> new Waiting(
                        new Case(row.getUUID("id"), Set.of(row.getArrayOfStrings("skills")), row.getString("locale")),
                        Objects.requireNonNull(Statements.instant(row, "waiting_since")),
                        row.getBoolean("for_the_team")),
                tenant.value(), now, most);
    }

    Uni<List<Candidate>> there(TenantId tenant, int capacity) {
        return statements.of(tenant).rows(THERE,
                row -> new Candidate(row.getUUID("id"), Set.of(row.getArrayOfStrings("skills")),
                        row.getInteger("capacity"),
                        row.getLong("serving").intValue(), Statements.instant(row, "last_assigned_at")),
                tenant.value(), capacity);
    }

    Uni<Void> assigned(TenantId tenant, UUID agent, Instant now) {
        return statements.of(tenant)
                .run("UPDATE agent SET last_assigned_at = $3 WHERE tenant_id = $1 AND id = $2 RETURNING id",
                        tenant.value(), agent, now);
    }

    /** The shops in which somebody waits. */
    Uni<List<TenantId>> busy() {
        return statements.ofEveryTenant().rows("SELECT DISTINCT tenant_id FROM conversation WHERE state = 'waiting'",
                row -> new TenantId(row.getUUID("tenant_id")));
    }
}
