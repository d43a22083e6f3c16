package dev.parley.spend;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class BudgetRepository {
    /** Totals are stored with the last day of spending. */
    private static final String SPENT = """
            SELECT CASE WHEN day < CAST($2 AS date) THEN 0 ELSE day_total END AS day_total,
                CASE WHEN day < date_trunc('month', CAST(CAST($2 AS date) AS timestamp)) THEN 0 ELSE month_total END AS month_total
            FROM spend_total WHERE tenant_id = $1
            """;

    private final Statements statements;

    BudgetRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<SpendTotals> spent(TenantId tenant, LocalDate today) {
        return statements.of(tenant).row(SPENT,
                row -> new SpendTotals(new Money(row.getLong("day_total")), new Money(row.getLong("month_total")), 0),
                tenant.value(), today)
                .map(found -> found == null ? new SpendTotals(Money.ZERO, Money.ZERO, 0) : found);
    }
}
