package dev.parley.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.HandoffReason;
import dev.parley.conversation.Priority;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Reads a page by index alone first, then the details of its few rows. */
@ApplicationScoped
class InboxRepository {
    private static final String ITEMS = """
            SELECT c.id, c.state, c.agent_id, c.epoch, c.last_seq, c.visitor_id, c.locale, c.page, c.labels,
                c.priority, c.snoozed_until, c.waiting_since, c.created_at, c.last_activity_at,
                m.author, m.author_name, left(m.text, 140) AS text, m.at AS last_at,
                (SELECT count(*) FROM (
                    SELECT 1 FROM message u
                    WHERE u.conversation_id = c.id AND u.seq > COALESCE(r.seq, 0) AND u.author = 'visitor' LIMIT 100) unread) AS unread,
                c.handoff_reason, CASE WHEN c.attributes LIKE '%%"name"%%' THEN c.attributes END AS attributes,
                c.handoff_code, c.handoff_summary, c.handoff_by, m.spoken
            FROM (%s) c
            LEFT JOIN conversation_read r ON r.conversation_id = c.id AND r.agent_id = $2
            LEFT JOIN LATERAL (
                SELECT author, author_name, text, at, recording IS NOT NULL AS spoken FROM message WHERE conversation_id = c.id ORDER BY seq DESC LIMIT 1
            ) m ON true
            ORDER BY c.last_activity_at DESC, c.id DESC
            """;

    private static final Map<InboxView, String> PAGES = new EnumMap<InboxView, String>(Stream.of(InboxView.values())
            .collect(Collectors.toMap(view -> view, view -> ITEMS.formatted(page(view)))));

    private static final String SOME = ITEMS
            .formatted("SELECT * FROM conversation WHERE tenant_id = $1 AND id = ANY($3)");

    private static final String OF_VISITOR = ITEMS.formatted(
            """
            SELECT * FROM conversation WHERE tenant_id = $1 AND visitor_id = $3 AND last_seq > 0 ORDER BY id DESC LIMIT $4""");

    private static final String COUNTS = Stream.of(InboxView.values())
            .map(view -> "(SELECT count(*) FROM (SELECT 1 FROM conversation WHERE tenant_id = $1 AND last_seq > 0 AND "
                    + view.condition() + " LIMIT $4) n) AS \"" + view.wire() + "\"")
            .collect(Collectors.joining(", ", "SELECT ",
                    " WHERE CAST($2 AS uuid) IS NOT NULL AND CAST($3 AS timestamptz) IS NOT NULL"));

    /** Parameters that a view does not use would have no type. */
    private static String page(InboxView view) {
        return """
                SELECT * FROM conversation
                WHERE tenant_id = $1 AND %s AND CAST($2 AS uuid) IS NOT NULL AND CAST($3 AS timestamptz) IS NOT NULL
                  AND last_seq > 0 AND (last_activity_at, id) < ($4, $5)
                  AND (CAST($6 AS text) IS NULL OR labels @> ARRAY[CAST($6 AS text)])
                  AND (CAST($7 AS smallint) IS NULL OR priority = $7)
                  AND (CAST($9 AS uuid) IS NULL OR agent_id = $9)
                ORDER BY last_activity_at DESC, id DESC LIMIT $8
                """.formatted(view.condition());
    }

    private final Statements statements;

    InboxRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<List<InboxItem>> page(TenantId tenant, UUID agent, InboxQuery query, Instant now) {
        InboxQuery.Cursor after = query.after();
        Priority priority = query.priority();
        return statements.of(tenant).rows(Objects.requireNonNull(PAGES.get(query.view())), InboxRepository::toItem,
                tenant.value(),
                agent, now, after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.at(),
                after == null ? new UUID(-1L, -1L) : after.id(), query.label(),
                priority == null ? null : priority.rank(), query.limit(), query.agent());
    }

    Uni<List<InboxItem>> some(TenantId tenant, UUID agent, Collection<UUID> conversations) {
        return statements.of(tenant).rows(SOME, InboxRepository::toItem, tenant.value(), agent,
                conversations.toArray(UUID[]::new));
    }

    Uni<List<InboxItem>> ofVisitor(TenantId tenant, UUID agent, UUID visitor, int limit) {
        return statements.of(tenant).rows(OF_VISITOR, InboxRepository::toItem, tenant.value(), agent, visitor, limit);
    }

    Uni<Map<InboxView, Integer>> counts(TenantId tenant, UUID agent, Instant now, int max) {
        return statements.of(tenant).row(COUNTS, InboxRepository::toCounts, tenant.value(), agent, now, max)
                .map(Objects::requireNonNull);
    }

    private static Map<InboxView, Integer> toCounts(Row row) {
        Map<InboxView, Integer> counts = new EnumMap<>(InboxView.class);
        for (InboxView view : InboxView.values()) {
            counts.put(view, row.getLong(view.wire()).intValue());
        }
        return counts;
    }

    private static InboxItem toItem(Row row) {
        return new InboxItem(row.getUUID("id"), ConversationState.of(row.getString("state"), row.getUUID("agent_id")),
                row.getInteger("epoch"),
                row.getLong("last_seq"), row.getUUID("visitor_id"), null,
                row.getString("attributes"), row.getString("locale"), row.getString("page"),
                List.of(row.getArrayOfStrings("labels")), Priority.ofRank(row.getShort("priority")),
                Statements.instant(row, "snoozed_until"),
                Statements.instant(row, "waiting_since"), handoff(row),
                Objects.requireNonNull(Statements.instant(row, "created_at")),
                Objects.requireNonNull(Statements.instant(row, "last_activity_at")), row.getLong("unread").intValue(),
                last(row));
    }

    private static @Nullable HandoffCause handoff(Row row) {
        String reason = row.getString("handoff_code");
        return reason == null
                ? null
                : new HandoffCause(HandoffReason.of(reason), row.getString("handoff_reason"),
                        row.getString("handoff_summary"), HandoffBy.of(row.getString("handoff_by")));
    }

    private static InboxItem.@Nullable Last last(Row row) {
        Instant at = Statements.instant(row, "last_at");
        return at == null
                ? null
                : new InboxItem.Last(Author.of(row.getString("author")), row.getString("author_name"),
                        row.getString("text"), at,
                        row.getBoolean("spoken"));
    }
}
