package dev.parley.handoff;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.handoff.Presence.Present;
import dev.parley.handoff.Presence.Sign;
import dev.parley.platform.Statements;
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

    private static final String OF = """
            SELECT agent.id, agent.away, COALESCE(array_agg(DISTINCT watching) FILTER (WHERE watching IS NOT NULL), '{}') AS watching
            FROM agent_presence JOIN agent ON agent.id = agent_id
            WHERE agent_presence.tenant_id = $1 AND seen_at > now() - INTERVAL '15 seconds' AND disabled_at IS NULL
            GROUP BY agent.id, agent.away ORDER BY agent.id
            """;

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

    Uni<Void> gone(UUID console) {
        return statements.ofEveryTenant().run("""
                WITH left_alone AS (
                    DELETE FROM agent_presence WHERE id = $1 OR seen_at < now() - INTERVAL '5 minutes' RETURNING agent_id
                )
                UPDATE agent SET console_closed_at = now() FROM left_alone WHERE agent.id = left_alone.agent_id
                RETURNING agent.id""", console);
    }

    Uni<List<Present>> of(TenantId tenant) {
        return statements.of(tenant).rows(OF,
                row -> new Present(row.getUUID("id"), row.getBoolean("away"), List.of(row.getArrayOfUUIDs("watching"))),
                tenant.value());
    }
}
