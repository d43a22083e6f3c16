package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.answer.AnswerLease;
import dev.parley.conversation.answer.Finish;
import dev.parley.platform.database.ReactiveRepository;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MessageRepository extends ReactiveRepository {
    /** Counts earlier text, so that a single message may exceed the limit. */
    private static final String LAST_WITHIN = """
            SELECT max(seq) AS last FROM (
                SELECT seq, sum(length(text)) OVER (ORDER BY seq) - length(text) AS before_it FROM (
                    SELECT seq, text FROM message
                    WHERE tenant_id = $1 AND conversation_id = $2 AND seq > $3 ORDER BY seq LIMIT $4
                ) oldest
            ) summed WHERE before_it < $5""";

    /** Atomic, without round trips. Locks the conversation first; the unique index allows one running answer. */
    private static final String RECORD = """
            WITH earlier AS (
                SELECT seq, at FROM message
                WHERE conversation_id = $1 AND tenant_id = $2 AND author = 'visitor'
                  AND client_message_id = $3
            ), former AS (
                SELECT state AS former_state FROM conversation WHERE id = $1 AND tenant_id = $2
                  AND (CAST($9 AS uuid) IS NULL OR visitor_id = $9) FOR UPDATE
            ), numbered AS (
                UPDATE conversation SET
                    last_seq = last_seq + 1,
                    last_question_seq = last_seq + 1,
                    last_activity_at = $6,
                    page = COALESCE(CAST($5 AS text), page),
                    snoozed_until = NULL,
                    epoch = CASE state WHEN 'closed' THEN epoch + 1 ELSE epoch END,
                    state = CASE state WHEN 'closed' THEN 'with_bot' ELSE state END
                FROM former
                WHERE id = $1 AND tenant_id = $2 AND NOT EXISTS (SELECT 1 FROM earlier)
                RETURNING last_seq, state, epoch
            ), stored AS (
                INSERT INTO message (conversation_id, seq, tenant_id, author, text, client_message_id, page, at,
                    recording, heard)
                SELECT $1, last_seq, $2, 'visitor', $4, $3, CAST($5 AS text), $6, CAST($10 AS text), CAST($11 AS text)
                FROM numbered
            ), begun AS (
                INSERT INTO answer (id, tenant_id, conversation_id, epoch, first_question_seq, question_seq, lease_owner, lease_until,
                    started_at)
                SELECT $7, $2, $1, epoch, last_seq, last_seq, $8, {lease}, $6
                FROM numbered WHERE state = 'with_bot'
                ON CONFLICT (conversation_id) WHERE finish IS NULL DO NOTHING
                RETURNING id
            )
            SELECT last_seq AS seq, state, epoch, (SELECT count(*) FROM begun) AS begun, (SELECT former_state FROM former) AS former_state,
                CAST(NULL AS timestamptz) AS earlier
            FROM numbered
            UNION ALL
            SELECT seq, '', 0, 0, '', at FROM earlier
            """.replace("{lease}", AnswerLease.UNTIL);

    private static final String THREAD = """
            SELECT c.visitor_id, c.locale, c.page, m.seq, m.author, m.text, c.whisper, c.held, m.finish,
                CAST(m.recording AS json) ->> 'language' AS recording_language, c.message_wanted_seq
            FROM conversation c LEFT JOIN LATERAL (
                SELECT seq, author, text, finish, recording FROM message
                WHERE conversation_id = c.id AND tenant_id = c.tenant_id ORDER BY seq DESC LIMIT $3
            ) m ON true
            WHERE c.id = $1 AND c.tenant_id = $2
            ORDER BY m.seq
            """;

    private final Rows rows = new Rows();
    private final Statements statements;

    MessageRepository(Statements statements) {
        this.statements = statements;
    }

    private static final class Rows implements PanacheRepositoryBase<MessageEntity, MessageEntity.Key> {}

    /** {@code recording} is JSON. */
    record Question(UUID conversation, UUID client, String text, @Nullable String page, Instant now,
            @Nullable String recording, @Nullable String heard) {}

    /** {@code formerState} is from before the message; {@code earlier} is the time of the first recording, or null. */
    record StoredQuestion(long seq, String state, int epoch, boolean begun, String formerState,
            @Nullable Instant earlier) {}

    /** Null if the conversation does not exist or is another visitor's; a null {@code visitor} skips that check. */
    Uni<@Nullable StoredQuestion> record(TenantId tenant, Question question, UUID freshAnswer, UUID owner,
            @Nullable UUID visitor) {
        return statements.of(tenant).row(RECORD, MessageRepository::toStored, question.conversation(), tenant.value(),
                question.client(),
                question.text(), question.page(), question.now(), freshAnswer, owner, visitor,
                question.recording(), question.heard());
    }

    private static StoredQuestion toStored(Row row) {
        return new StoredQuestion(row.getLong("seq"), row.getString("state"), row.getInteger("epoch"),
                row.getLong("begun") > 0,
                row.getString("former_state"),
                Statements.instant(row, "earlier"));
    }

    /** Exclusive, in order. */
    Uni<List<MessageEntity>> since(TenantId tenant, UUID conversation, long since, int limit) {
        return inSession(tenant, () -> rows
                .find("tenantId = ?1 and conversationId = ?2 and seq > ?3", Sort.ascending("seq"), tenant.value(),
                        conversation,
                        since)
                .page(Page.ofSize(limit)).list());
    }

    /** The oldest; stops after a message that reaches the limit of characters. */
    Uni<List<MessageEntity>> sinceWithin(TenantId tenant, UUID conversation, long since, int limit, long characters) {
        return statements.of(tenant)
                .row(LAST_WITHIN, row -> row.getLong("last"), tenant.value(), conversation, since, limit, characters)
                .chain(last -> last == null
                        ? Uni.createFrom().item(List.<MessageEntity>of())
                        : inSession(tenant, () -> rows.find(
                                "tenantId = ?1 and conversationId = ?2 and seq > ?3 and seq <= ?4",
                                Sort.ascending("seq"), tenant.value(), conversation, since, last).list()));
    }

    /** Oldest first. */
    Uni<List<MessageEntity>> before(TenantId tenant, UUID conversation, long before, int limit) {
        return inSession(tenant, () -> rows
                .find("tenantId = ?1 and conversationId = ?2 and seq < ?3", Sort.descending("seq"), tenant.value(),
                        conversation, before)
                .page(Page.ofSize(limit)).list())
                .map(List::reversed);
    }

    /** Null if the conversation does not exist. */
    Uni<@Nullable ConversationThread> thread(TenantId tenant, UUID conversation, int limit) {
        return statements.of(tenant).rows(THREAD, Function.identity(), conversation, tenant.value(), limit)
                .map(found -> found.isEmpty() ? null : toThread(found));
    }

    private static ConversationThread toThread(List<Row> found) {
        Row first = found.getFirst();
        List<ConversationThread.Line> lines = found.stream().filter(row -> row.getLong("seq") != null)
                .map(row -> new ConversationThread.Line(row.getLong("seq"), Author.of(row.getString("author")),
                        row.getString("text"),
                        Finish.ofWire(row.getString("finish")), row.getString("recording_language")))
                .toList();
        return new ConversationThread(first.getUUID("visitor_id"), first.getString("locale"), first.getString("page"),
                lines,
                first.getString("whisper"), first.getBoolean("held"), first.getLong("message_wanted_seq"));
    }

    /** False if there is no such answer. */
    Uni<Boolean> rate(TenantId tenant, UUID conversation, long seq, String rating, @Nullable String comment) {
        return statements.of(tenant).any(
                """
                UPDATE message SET rating = $4, rating_comment = CAST($5 AS text)
                WHERE tenant_id = $1 AND conversation_id = $2 AND seq = $3 AND author IN ('bot', 'agent') RETURNING seq""",
                tenant.value(), conversation, seq, rating, comment);
    }
}
