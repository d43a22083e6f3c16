package dev.parley.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RecordingEndRepository {
    private static final String DELETE = """
            DELETE FROM recording USING (
                SELECT r.id FROM recording r WHERE r.tenant_id = $1 AND %s LIMIT %s
            ) over WHERE recording.tenant_id = $1 AND recording.id = over.id RETURNING recording.id, conversation_id, sent_as""";

    /** Expired, never sent, older than the shop's current retention, or in an idle conversation. */
    private static final String OVER = DELETE.formatted(
            """
            (r.keep_until <= $2 OR (r.sent_as IS NULL AND r.created_at <= $3)
                OR (r.sealed_key IS NOT NULL AND r.created_at <= $4)
                OR r.conversation_id = ANY ($5))""",
            "$6");
    private static final String OF_VISITOR = DELETE.formatted("""
            (r.visitor_id = $2 OR r.conversation_id = ANY ($3))""", "ALL");
    private static final String SHORTEN = """
            UPDATE recording SET keep_until = created_at + CAST($2 AS bigint) * INTERVAL '1 hour'
            WHERE tenant_id = $1 AND sealed_key IS NOT NULL AND keep_until > created_at + CAST($2 AS bigint) * INTERVAL '1 hour'
            RETURNING id, conversation_id, sent_as, keep_until""";
    private static final String ANY = DELETE.formatted("true", "$2");

    private final Statements statements;

    /** {@code conversation} is null if unsent; {@code at}: when the audio ends. */
    record Ended(UUID id, @Nullable UUID conversation, Instant at) {}

    RecordingEndRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<Set<TenantId>> shops() {
        return statements.ofEveryTenant()
                .rows("SELECT DISTINCT tenant_id FROM recording", row -> new TenantId(row.getUUID("tenant_id")))
                .map(Set::copyOf);
    }

    Uni<List<UUID>> conversations(TenantId tenant) {
        return statements.of(tenant).rows("""
                SELECT DISTINCT conversation_id FROM recording WHERE tenant_id = $1 AND conversation_id IS NOT NULL""",
                row -> row.getUUID("conversation_id"), tenant.value());
    }

    Uni<List<Ended>> deleteOver(TenantId tenant, Instant now, Instant unsentBefore, Instant keptSince,
            Collection<UUID> idle, int max) {
        return statements.of(tenant).rows(OVER, row -> ended(row, now), tenant.value(), now, unsentBefore, keptSince,
                idle.toArray(UUID[]::new), (long) max);
    }

    /** Returns the recordings whose audio now ends earlier. */
    Uni<List<Ended>> shorten(TenantId tenant, Duration keep) {
        return statements.of(tenant).rows(SHORTEN, row -> ended(row, row.getOffsetDateTime("keep_until").toInstant()),
                tenant.value(), keep.toHours());
    }

    private static Ended ended(Row row, Instant at) {
        return new Ended(row.getUUID("id"), row.getUUID("sent_as") == null ? null : row.getUUID("conversation_id"), at);
    }

    Uni<Integer> deleteOf(TenantId tenant, UUID visitor, Collection<UUID> conversations) {
        return statements.of(tenant).count(OF_VISITOR, tenant.value(), visitor,
                conversations.toArray(UUID[]::new));
    }

    Uni<Integer> deleteAny(TenantId tenant, int max) {
        return statements.of(tenant).count(ANY, tenant.value(), (long) max);
    }
}
