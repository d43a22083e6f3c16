package dev.parley.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Ids;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class WaitRepository {
    private final Statements statements;
    private final Ids ids;

    WaitRepository(Statements statements, Ids ids) {
        this.statements = statements;
        this.ids = ids;
    }

    Uni<Void> add(TenantId tenant, Duration waited, Instant now) {
        return statements.of(tenant).run(
                "INSERT INTO handoff_wait (id, tenant_id, waited_ms, claimed_at) VALUES ($1, $2, $3, $4) RETURNING id",
                ids.next(), tenant.value(), waited.toMillis(), now);
    }

    /** Times of claims from the queue, newest first. */
    Uni<List<Instant>> claimsSince(TenantId tenant, Instant since, int max) {
        return statements.of(tenant).rows("""
                SELECT claimed_at FROM handoff_wait WHERE tenant_id = $1 AND claimed_at > $2
                ORDER BY claimed_at DESC LIMIT $3""",
                row -> java.util.Objects.requireNonNull(Statements.instant(row, "claimed_at")), tenant.value(), since,
                max);
    }
}
