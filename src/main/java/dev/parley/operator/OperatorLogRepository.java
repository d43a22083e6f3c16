package dev.parley.operator;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Statements;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class OperatorLogRepository {
    private final Statements statements;

    OperatorLogRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<Void> add(OperatorEntry entry) {
        return statements.ofEveryTenant().run("""
                INSERT INTO operator_entry (id, at, action, slug, shop_id, address)
                VALUES ($1, $2, $3, $4, $5, $6) RETURNING id""", entry.id(), entry.at(),
                entry.action(), entry.slug(), entry.shopId(), entry.address());
    }

    Uni<List<OperatorEntry>> list(@Nullable UUID before, int most) {
        return statements.ofEveryTenant().rows("""
                SELECT id, at, action, slug, shop_id, address FROM operator_entry
                WHERE CAST($1 AS uuid) IS NULL OR id < $1 ORDER BY id DESC LIMIT $2""",
                row -> new OperatorEntry(row.getUUID("id"), Objects.requireNonNull(Statements.instant(row, "at")),
                        row.getString("action"), row.getString("slug"), row.getUUID("shop_id"),
                        row.getString("address")),
                before, (long) most);
    }
}
