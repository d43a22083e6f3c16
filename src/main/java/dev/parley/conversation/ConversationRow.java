package dev.parley.conversation;

import static java.util.Objects.requireNonNull;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** A row of the table `conversation`, read without Hibernate. */
final class ConversationRow {
    static final String COLUMNS = "id, tenant_id, visitor_id, state, agent_id, epoch, last_seq, locale, page, attributes, "
            + "waiting_since, created_at, last_activity_at, handoff_code, handoff_reason, handoff_summary, handoff_by, "
            + "handed_off_at";

    private ConversationRow() {}

    static Conversation toConversation(Row row) {
        return new Conversation(row.getUUID("id"), new TenantId(row.getUUID("tenant_id")), row.getUUID("visitor_id"),
                ConversationState.of(row.getString("state"), row.getUUID("agent_id")), row.getInteger("epoch"),
                row.getLong("last_seq"), row.getString("locale"), row.getString("page"), row.getString("attributes"),
                Statements.instant(row, "waiting_since"), requireNonNull(Statements.instant(row, "created_at")),
                requireNonNull(Statements.instant(row, "last_activity_at")), handoff(row),
                Statements.instant(row, "handed_off_at"));
    }

    private static @Nullable HandoffCause handoff(Row row) {
        String code = row.getString("handoff_code");
        return code == null
                ? null
                : new HandoffCause(HandoffReason.of(code), row.getString("handoff_reason"),
                        row.getString("handoff_summary"), HandoffBy.of(row.getString("handoff_by")));
    }
}
