package dev.parley.desk;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.desk.Labels.Label;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class LabelRepository {
    private final Statements statements;

    LabelRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<List<Label>> all(TenantId tenant) {
        return statements.of(tenant).rows("SELECT name, color FROM label WHERE tenant_id = $1 ORDER BY name LIMIT 1000",
                row -> new Label(row.getString("name"), row.getString("color")), tenant.value());
    }

    Uni<Label> set(TenantId tenant, Label label) {
        return statements.of(tenant).rows("""
                INSERT INTO label (tenant_id, name, color) VALUES ($1, $2, $3)
                ON CONFLICT (tenant_id, name) DO UPDATE SET color = EXCLUDED.color RETURNING name""",
                row -> row.getString("name"), tenant.value(), label.name(), label.color()).replaceWith(label);
    }

    Uni<@Nullable Label> find(TenantId tenant, String name) {
        return statements.of(tenant).row("SELECT name, color FROM label WHERE tenant_id = $1 AND name = $2",
                row -> new Label(row.getString("name"), row.getString("color")), tenant.value(), name);
    }

    /** False if it no longer has the former color. */
    Uni<Boolean> recolor(TenantId tenant, Label label, String former) {
        return statements.of(tenant).any(
                "UPDATE label SET color = $3 WHERE tenant_id = $1 AND name = $2 AND color = $4 RETURNING name",
                tenant.value(), label.name(), label.color(), former);
    }

    Uni<Boolean> remove(TenantId tenant, String name) {
        return statements.of(tenant).any("DELETE FROM label WHERE tenant_id = $1 AND name = $2 RETURNING name",
                tenant.value(), name);
    }
}
