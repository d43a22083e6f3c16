package dev.parley.tenant;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import io.smallrye.mutiny.Uni;

/** Deletes a shop's rows from a table, for a {@link ShopData}. */
@ApplicationScoped
public class ShopRows {
    private final Statements statements;

    ShopRows(Statements statements) {
        this.statements = statements;
    }

    /** Returns the number of deleted rows. {@code table} must not come from a request. */
    public Uni<Long> deleteSome(String table, TenantId tenant, int max) {
        return statements.of(tenant)
                .row("""
                WITH gone AS (
                    DELETE FROM %1$s WHERE ctid = ANY(ARRAY(SELECT ctid FROM %1$s WHERE tenant_id = $1 LIMIT $2)) RETURNING 1
                )
                SELECT count(*) AS gone FROM gone""".formatted(table), row -> row.getLong("gone"), tenant.value(),
                        (long) max)
                .map(count -> count == null ? 0 : count);
    }
}
