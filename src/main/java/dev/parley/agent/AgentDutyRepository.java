package dev.parley.agent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

@ApplicationScoped
class AgentDutyRepository {
    private static final String SELECT = """
            SELECT a.id, a.disabled_at IS NOT NULL AS disabled, a.away, a.capacity, a.skills, a.last_assigned_at,
                a.console_closed_at IS NOT NULL AS console_closed
            FROM agent a WHERE\s""";

    private final Statements statements;

    AgentDutyRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<List<AgentDuty>> of(TenantId tenant) {
        return statements.of(tenant).rows(SELECT + "a.tenant_id = $1", AgentDutyRepository::toDuty, tenant.value());
    }

    Uni<List<AgentDuty>> some(Collection<UUID> agents) {
        return statements.ofEveryTenant().rows(SELECT + "a.id = ANY ($1)", AgentDutyRepository::toDuty,
                (Object) agents.toArray(UUID[]::new));
    }

    private static AgentDuty toDuty(Row row) {
        return new AgentDuty(row.getUUID("id"), row.getBoolean("disabled"), row.getBoolean("away"),
                row.getInteger("capacity"), List.of(row.getArrayOfStrings("skills")),
                Statements.instant(row, "last_assigned_at"), row.getBoolean("console_closed"));
    }

    Uni<Void> assigned(TenantId tenant, UUID agent, Instant now) {
        return statements.of(tenant).run(
                "UPDATE agent SET last_assigned_at = $3 WHERE tenant_id = $1 AND id = $2 RETURNING id", tenant.value(),
                agent, now);
    }

    Uni<Void> consoleClosed(Collection<UUID> agents) {
        return statements.ofEveryTenant().run(
                "UPDATE agent SET console_closed_at = now() WHERE id = ANY ($1) RETURNING id",
                (Object) agents.toArray(UUID[]::new));
    }
}
