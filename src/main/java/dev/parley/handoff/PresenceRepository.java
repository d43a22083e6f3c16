package dev.parley.handoff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.handoff.Presence.Sign;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class PresenceRepository {
    private static final String HERE = """
            INSERT INTO agent_presence (id, tenant_id, agent_id, watching, seen_at)
            SELECT id, tenant_id, agent_id, watching, now()
            FROM unnest(CAST($1 AS uuid[]), CAST($2 AS uuid[]), CAST($3 AS uuid[]), CAST($4 AS uuid[]))
                AS sign (id, tenant_id, agent_id, watching)
            ON CONFLICT (id) DO UPDATE SET watching = EXCLUDED.watching, seen_at = EXCLUDED.seen_at
            RETURNING id
            """;

    private static final String RECENT = "seen_at > now() - INTERVAL '15 seconds'";

    private static final String OF = """
            SELECT agent_id, COALESCE(array_agg(DISTINCT watching) FILTER (WHERE watching IS NOT NULL), '{}') AS watching
            FROM agent_presence WHERE tenant_id = $1 AND %s GROUP BY agent_id ORDER BY agent_id
            """.formatted(RECENT);

    private static final String OVER = "(id = $1 OR seen_at < now() - INTERVAL '5 minutes')";

    private final Statements statements;

    PresenceRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<Void> here(List<Sign> signs) {
        return statements.ofEveryTenant()
                .run(HERE, signs.stream().map(Sign::console).toArray(UUID[]::new),
                        signs.stream().map(sign -> sign.tenant().value()).toArray(UUID[]::new),
                        signs.stream().map(Sign::agent).toArray(UUID[]::new),
                        signs.stream().map(Sign::watching).toArray(UUID[]::new));
    }

    /** Heartbeats to delete: this console's and outdated ones. */
    Uni<List<UUID>> over(UUID console) {
        return statements.ofEveryTenant().rows("SELECT DISTINCT agent_id FROM agent_presence WHERE " + OVER,
                row -> row.getUUID("agent_id"), console);
    }

    /** Only heartbeats that are {@link #over}. */
    Uni<Void> remove(UUID console, List<UUID> agents) {
        return statements.ofEveryTenant().run(
                "DELETE FROM agent_presence WHERE " + OVER + " AND agent_id = ANY ($2) RETURNING id", console,
                agents.toArray(UUID[]::new));
    }

    /** Ordered by id. */
    Uni<List<Watching>> of(TenantId tenant) {
        return statements.of(tenant).rows(OF,
                row -> new Watching(row.getUUID("agent_id"), List.of(row.getArrayOfUUIDs("watching"))), tenant.value());
    }

    record Watching(UUID agent, List<UUID> conversations) {}

    Uni<Set<UUID>> here(TenantId tenant) {
        return statements.of(tenant).rows(
                "SELECT DISTINCT agent_id FROM agent_presence WHERE tenant_id = $1 AND " + RECENT,
                row -> row.getUUID("agent_id"), tenant.value()).map(Set::copyOf);
    }

    /** Whether each agent's heartbeat is recent; omits agents without one. */
    Uni<Map<UUID, Boolean>> signs(Collection<UUID> agents) {
        return statements.ofEveryTenant().rows(
                "SELECT agent_id, bool_or(" + RECENT
                        + ") AS recent FROM agent_presence WHERE agent_id = ANY ($1) GROUP BY agent_id",
                row -> Map.entry(row.getUUID("agent_id"), row.getBoolean("recent")),
                (Object) agents.toArray(UUID[]::new))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
