package dev.parley.conversation.lookup;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.lookup.VisitorHistory.ConversationData;
import dev.parley.conversation.lookup.VisitorHistory.Said;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

@ApplicationScoped
class VisitorHistoryRepository {
    private final Statements statements;

    VisitorHistoryRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<List<ConversationData>> conversations(TenantId tenant, UUID visitor) {
        return statements.of(tenant).rows("""
                SELECT id, state, locale, page, attributes, labels, COALESCE(handoff_reason, handoff_code) AS handoff_reason,
                    handoff_summary, handoff_by, created_at, last_activity_at
                FROM conversation WHERE tenant_id = $1 AND visitor_id = $2 ORDER BY id""",
                VisitorHistoryRepository::toData, tenant.value(), visitor);
    }

    private static ConversationData toData(Row row) {
        return new ConversationData(row.getUUID("id"), row.getString("state"), row.getString("locale"),
                row.getString("page"),
                row.getString("attributes"),
                List.of(row.getArrayOfStrings("labels")), row.getString("handoff_reason"),
                row.getString("handoff_summary"), row.getString("handoff_by"),
                Objects.requireNonNull(Statements.instant(row, "created_at")),
                Objects.requireNonNull(Statements.instant(row, "last_activity_at")),
                List.of());
    }

    Uni<List<Said>> lines(TenantId tenant, UUID conversation) {
        return statements.of(tenant).rows("""
                SELECT seq, author, author_name, text, at, page, rating, rating_comment, attachments, cards, recording,
                    heard, translations
                FROM message WHERE tenant_id = $1 AND conversation_id = $2 ORDER BY seq""",
                row -> new Said(row.getLong("seq"), row.getString("author"), row.getString("author_name"),
                        row.getString("text"),
                        Objects.requireNonNull(Statements.instant(row, "at")), row.getString("page"),
                        row.getString("rating"),
                        row.getString("rating_comment"), row.getString("attachments"), row.getString("cards"),
                        row.getString("recording"), row.getString("heard"),
                        row.getString("translations")),
                tenant.value(), conversation);
    }
}
