package dev.parley.desk;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class CannedAnswerRepository {
    private final Statements statements;

    CannedAnswerRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<List<CannedAnswer>> all(TenantId tenant) {
        return statements.of(tenant).rows(
                "SELECT id, shortcut, text, updated_at FROM canned_answer WHERE tenant_id = $1 ORDER BY shortcut LIMIT 2000",
                row -> new CannedAnswer(row.getUUID("id"), row.getString("shortcut"), row.getString("text"),
                        Objects.requireNonNull(Statements.instant(row, "updated_at"))),
                tenant.value());
    }

    Uni<Boolean> add(TenantId tenant, CannedAnswer answer) {
        return statements.of(tenant).any("""
                INSERT INTO canned_answer (id, tenant_id, shortcut, text, updated_at) VALUES ($2, $1, $3, $4, $5)
                RETURNING id""", tenant.value(), answer.id(), answer.shortcut(), answer.text(),
                answer.updatedAt());
    }

    /** Whether the tenant has it. */
    Uni<Boolean> change(TenantId tenant, CannedAnswer answer) {
        return statements.of(tenant).any("""
                UPDATE canned_answer SET shortcut = $3, text = $4, updated_at = $5 WHERE tenant_id = $1 AND id = $2
                RETURNING id""", tenant.value(), answer.id(), answer.shortcut(), answer.text(),
                answer.updatedAt());
    }

    Uni<Boolean> remove(TenantId tenant, UUID id) {
        return statements.of(tenant).any("DELETE FROM canned_answer WHERE tenant_id = $1 AND id = $2 RETURNING id",
                tenant.value(), id);
    }
}
