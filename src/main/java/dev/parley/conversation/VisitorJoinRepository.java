package dev.parley.conversation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class VisitorJoinRepository {
    /**
     * One statement: all of them or none. Only an anonymous visitor's: nothing of a customer's ever goes to another. A conversation in which
     * nothing was said stays behind; it would hide the customer's own, which is older.
     */
    private static final String JOIN = """
            UPDATE conversation SET visitor_id = known.id
            FROM visitor known, visitor anonymous
            WHERE conversation.tenant_id = $1 AND conversation.visitor_id = $2 AND conversation.last_seq > 0
              AND anonymous.tenant_id = $1 AND anonymous.id = $2 AND anonymous.external_id IS NULL
              AND known.tenant_id = $1 AND known.id = $3 AND known.external_id IS NOT NULL
            RETURNING conversation.id
            """;

    private final Statements statements;

    VisitorJoinRepository(Statements statements) {
        this.statements = statements;
    }

    /** The conversations that have changed hands. */
    Uni<List<UUID>> join(TenantId tenant, UUID anonymous, UUID known) {
        return statements.of(tenant).rows(JOIN, row -> row.getUUID("id"), tenant.value(), anonymous, known);
    }
}
