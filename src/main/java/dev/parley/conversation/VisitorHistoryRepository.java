package dev.parley.conversation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.VisitorHistory.Said;
import dev.parley.conversation.VisitorHistory.Told;
import dev.parley.platform.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

@ApplicationScoped
class VisitorHistoryRepository {
    private final Statements statements;

    VisitorHistoryRepository(Statements statements) {
        this.statements = statements;
    }

    /** Without their messages yet. */
    Uni<List<Told>> conversations(TenantId tenant, UUID visitor) {
        return statements.of(tenant).rows("""
                SELECT id, state, locale, page, attributes, labels, COALESCE(handoff_reason, handoff_code),
                    handoff_summary, handoff_by, created_at, last_activity_at
                FROM conversation WHERE tenant_id = $1 AND visitor_id = $2 ORDER BY id""",
                VisitorHistoryRepository::toTold, tenant.value(), visitor);
    }

    private static Told toTold(Row row) {
        return new Told(row.getUUID(0), row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                List.of(row.getArrayOfStrings(5)), row.getString(6), row.getString(7), row.getString(8),
                Objects.requireNonNull(Statements.instant(row, 9)), Objects.requireNonNull(Statements.instant(row, 10)),
                List.of());
    }

    Uni<List<Said>> lines(TenantId tenant, UUID conversation) {
        return statements.of(tenant).rows("""
                SELECT seq, author, author_name, text, at, page, rating, rating_comment, attachments, cards, recording,
                    heard, translations
                FROM message WHERE tenant_id = $1 AND conversation_id = $2 ORDER BY seq""",
                row -> new Said(row.getLong(0), row.getString(1), row.getString(2), row.getString(3),
                        Objects.requireNonNull(Statements.instant(row, 4)), row.getString(5), row.getString(6),
                        row.getString(7), row.getString(8), row.getString(9), row.getString(10), row.getString(11),
                        row.getString(12)),
                tenant.value(), conversation);
    }
}
