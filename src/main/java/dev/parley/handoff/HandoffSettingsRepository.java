package dev.parley.handoff;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class HandoffSettingsRepository {
    private final Statements statements;

    HandoffSettingsRepository(Statements statements) {
        this.statements = statements;
    }

    /** JSON; null without settings of the shop's own. */
    Uni<@Nullable String> find(TenantId tenant) {
        return statements.of(tenant).row("SELECT settings FROM handoff_settings WHERE tenant_id = $1",
                row -> row.getString("settings"),
                tenant.value());
    }

    /** Compare-and-set; {@code before} is null if there were none. */
    Uni<Boolean> replace(TenantId tenant, @Nullable String before, String after) {
        return statements.of(tenant).any("""
                INSERT INTO handoff_settings (tenant_id, settings) VALUES ($1, $3)
                ON CONFLICT (tenant_id) DO UPDATE SET settings = EXCLUDED.settings WHERE handoff_settings.settings = $2
                RETURNING tenant_id""", tenant.value(), before, after);
    }

    Uni<Void> set(TenantId tenant, String settings) {
        return statements.of(tenant).run("""
                INSERT INTO handoff_settings (tenant_id, settings) VALUES ($1, $2)
                ON CONFLICT (tenant_id) DO UPDATE SET settings = EXCLUDED.settings RETURNING tenant_id""",
                tenant.value(), settings);
    }
}
