package dev.parley.desk;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.answer.FinishSql;
import dev.parley.desk.Unanswered.Asked;
import dev.parley.desk.Unanswered.Closest;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class UnansweredRepository {
    /** Several messages with one answer count as one question. */
    private static final String NEWEST = FinishSql.in("""
            WITH newest AS MATERIALIZED (
                SELECT id, conversation_id, first_question_seq, question_seq, finished_at,
                    CAST(evidence AS json) -> 'entries' -> 0 AS closest
                FROM answer WHERE tenant_id = $1 AND finish = {no_answer} AND dismissed_at IS NULL
                ORDER BY finished_at DESC LIMIT $2
            )
            SELECT n.id, n.conversation_id, n.question_seq,
                (SELECT left(string_agg(m.text, E'\\n' ORDER BY m.seq), 500) FROM message m
                    WHERE m.conversation_id = n.conversation_id AND m.seq BETWEEN n.first_question_seq AND n.question_seq
                      AND m.author = 'visitor') AS text,
                c.locale, n.finished_at, n.closest ->> 'id' AS closest_id, n.closest ->> 'question' AS closest_question,
                CAST(n.closest ->> 'score' AS double precision) AS closest_score
            FROM newest n JOIN conversation c ON c.id = n.conversation_id
            ORDER BY n.finished_at DESC, n.id DESC
            """);

    private final Statements statements;

    UnansweredRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<List<Asked>> newest(TenantId tenant, int max) {
        return statements.of(tenant).rows(NEWEST, UnansweredRepository::toAsked, tenant.value(), (long) max)
                .map(found -> found.stream().filter(asked -> !asked.text().isBlank()).toList());
    }

    private static Asked toAsked(Row row) {
        return new Asked(row.getUUID("id"), row.getUUID("conversation_id"), row.getLong("question_seq"),
                Objects.requireNonNullElse(row.getString("text"), ""),
                row.getString("locale"), Objects.requireNonNull(Statements.instant(row, "finished_at")), closest(row));
    }

    private static @Nullable Closest closest(Row row) {
        String id = row.getString("closest_id");
        return id == null
                ? null
                : new Closest(UUID.fromString(id), row.getString("closest_question"), row.getDouble("closest_score"));
    }
}
