package dev.parley.conversation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class VisitorJoinRepository {
    /** Atomic. Skips empty conversations, which would hide the customer's own older one. */
    private static final String JOIN = """
            UPDATE conversation SET visitor_id = $3 WHERE tenant_id = $1 AND visitor_id = $2 AND last_seq > 0
            RETURNING id
            """;

    private final Statements statements;

    VisitorJoinRepository(Statements statements) {
        this.statements = statements;
    }

    /** Returns the moved conversations. */
    Uni<List<UUID>> join(TenantId tenant, UUID anonymous, UUID known) {
        return statements.of(tenant).rows(JOIN, row -> row.getUUID("id"), tenant.value(), anonymous, known);
    }
}
