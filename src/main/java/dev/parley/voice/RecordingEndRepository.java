package dev.parley.voice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** The end of recordings; their pieces go with them. */
@ApplicationScoped
class RecordingEndRepository {
    private static final String DELETE = """
            DELETE FROM recording USING (
                SELECT r.id FROM recording r WHERE r.tenant_id = $1 AND %s LIMIT %s
            ) over WHERE recording.tenant_id = $1 AND recording.id = over.id RETURNING recording.id""";

    /** Of some, the time is over; some were never sent; some are older than the shop keeps them by now; some were in idle conversations. */
    private static final String OVER = DELETE.formatted(
            """
            (r.keep_until <= $2 OR (r.sent_as IS NULL AND r.created_at <= $3)
                OR (r.sealed_key IS NOT NULL AND r.created_at <= $4)
                OR r.conversation_id IN (SELECT id FROM conversation WHERE tenant_id = $1 AND last_activity_at < $5))""",
            "$6");
    private static final String OF_VISITOR = DELETE.formatted("""
            (r.visitor_id = $2 OR r.conversation_id IN (
                SELECT id FROM conversation WHERE tenant_id = $1 AND visitor_id = $2))""", "ALL");
    private static final String ANY = DELETE.formatted("true", "$2");

    private final Statements statements;

    RecordingEndRepository(Statements statements) {
        this.statements = statements;
    }

    /** Shops that have any; most have none. */
    Uni<Set<TenantId>> shops() {
        return statements.rows("SELECT DISTINCT tenant_id FROM recording", row -> new TenantId(row.getUUID(0)))
                .map(Set::copyOf);
    }

    Uni<Integer> deleteOver(TenantId tenant, Instant now, Instant unsentBefore, Instant keptSince, Instant idleBefore,
            int most) {
        return statements.rows(OVER, row -> row.getUUID(0), tenant.value(), now, unsentBefore, keptSince, idleBefore,
                (long) most).map(List::size);
    }

    Uni<Integer> deleteOf(TenantId tenant, UUID visitor) {
        return statements.rows(OF_VISITOR, row -> row.getUUID(0), tenant.value(), visitor).map(List::size);
    }

    Uni<Integer> deleteAny(TenantId tenant, int most) {
        return statements.rows(ANY, row -> row.getUUID(0), tenant.value(), (long) most).map(List::size);
    }
}
