package dev.parley.visitor;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class IdentityRepository {
    private final Statements statements;

    IdentityRepository(Statements statements) {
        this.statements = statements;
    }

    /** JSON; null without settings. Not cached: a revoked secret must stop working at once. */
    Uni<@Nullable String> find(TenantId tenant) {
        return statements.of(tenant).row("SELECT settings FROM visitor_identity WHERE tenant_id = $1",
                row -> row.getString("settings"),
                tenant.value());
    }

    /** Compare-and-set, so that administrators do not overwrite each other. */
    Uni<Boolean> replace(TenantId tenant, @Nullable String before, String after) {
        return statements.of(tenant).any("""
                INSERT INTO visitor_identity (tenant_id, settings) VALUES ($1, $3)
                ON CONFLICT (tenant_id) DO UPDATE SET settings = EXCLUDED.settings WHERE visitor_identity.settings = $2
                RETURNING tenant_id""", tenant.value(), before, after);
    }
}
