package dev.parley.audit;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.audit.AuditLog.Query;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class AuditRepository {
    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    private final Statements statements;

    AuditRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<Void> add(TenantId tenant, AuditEntry entry) {
        return statements.of(tenant).run("""
                INSERT INTO audit_entry (id, tenant_id, agent_id, agent_name, action, target, at, by_key)
                VALUES ($2, $1, $3, $4, $5, $6, $7, $8) RETURNING id""", tenant.value(),
                entry.id(),
                entry.agent(), entry.name(), entry.action(), entry.target(), entry.at(),
                entry.byKey());
    }

    Uni<List<AuditEntry>> list(TenantId tenant, Query query) {
        return statements.of(tenant).rows("""
                SELECT id, at, agent_id, by_key, agent_name, action, target FROM audit_entry
                WHERE tenant_id = $1 AND id < $2 AND (CAST($3 AS text) IS NULL OR action = $3)
                  AND (CAST($4 AS uuid) IS NULL OR agent_id = $4)
                ORDER BY id DESC LIMIT $5""",
                row -> new AuditEntry(row.getUUID("id"), Objects.requireNonNull(Statements.instant(row, "at")),
                        row.getUUID("agent_id"), row.getBoolean("by_key"), row.getString("agent_name"),
                        row.getString("action"), row.getString("target")),
                tenant.value(), query.before() == null ? AFTER_ALL : query.before(), query.action(), query.agent(),
                (long) query.limit());
    }
}
