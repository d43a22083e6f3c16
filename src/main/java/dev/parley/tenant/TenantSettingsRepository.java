package dev.parley.tenant;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Statements;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Changes some of a shop's settings and leaves the others as they are, whoever changes those at the same moment. */
@ApplicationScoped
class TenantSettingsRepository {
    private static final String MERGED = "settings = CAST(CAST(settings AS jsonb) || CAST(CAST($2 AS text) AS jsonb) AS text)";

    private final Statements statements;

    TenantSettingsRepository(Statements statements) {
        this.statements = statements;
    }

    /** @param settings a JSON object with the settings to change */
    Uni<Void> merge(TenantId tenant, String settings) {
        return statements.of(tenant)
                .run("UPDATE tenant SET " + MERGED + " WHERE id = $1 RETURNING id",
                        tenant.value(), settings);
    }

    /** @param retentionHours null: the service's default */
    Uni<Void> merge(TenantId tenant, String settings, String name, @Nullable Integer retentionHours) {
        return statements.of(tenant).run(
                "UPDATE tenant SET " + MERGED + ", name = $3, retention_hours = $4 WHERE id = $1 RETURNING id",
                tenant.value(), settings, name, retentionHours);
    }
}
