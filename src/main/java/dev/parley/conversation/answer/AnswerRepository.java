package dev.parley.conversation.answer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.Reply;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Answers in progress. Leases use the database's clock. Locks the conversation before the answer. */
@ApplicationScoped
public class AnswerRepository {
    private static final String FINISH = FinishSql.in("""
            WITH locked AS (
                SELECT id, state, epoch, last_question_seq FROM conversation
                WHERE id = $1 AND tenant_id = $2 FOR UPDATE
            ), ended AS (
                UPDATE answer SET
                    finish = CASE WHEN locked.state = 'with_bot' AND locked.epoch = answer.epoch THEN $3 ELSE {withdrawn} END,
                    finished_at = $4, partial_text = '', evidence = CAST($5 AS text)
                FROM locked
                WHERE answer.id = $6 AND answer.attempt = $7 AND answer.lease_owner = $8
                  AND answer.finish IS NULL
                RETURNING answer.finish, answer.question_seq, locked.last_question_seq, answer.started_at
            ), numbered AS (
                UPDATE conversation SET last_seq = last_seq + 1, last_activity_at = $4,
                    whisper = CASE WHEN whispered_at <= ended.started_at THEN NULL ELSE whisper END
                FROM ended WHERE conversation.id = $1 AND ended.finish <> {withdrawn} AND $9 <> ''
                RETURNING conversation.last_seq
            ), stored AS (
                INSERT INTO message (conversation_id, seq, tenant_id, author, author_name, text, finish, sources, cards, at)
                SELECT $1, last_seq, $2, 'bot', $10, $9, $3, $11, $14, $4 FROM numbered
            ), following AS (
                INSERT INTO answer (id, tenant_id, conversation_id, epoch, first_question_seq, question_seq, lease_owner, lease_until,
                    started_at)
                SELECT $12, $2, $1, $13, question_seq + 1, last_question_seq, $8, {lease}, $4
                FROM ended WHERE finish <> {withdrawn} AND last_question_seq > question_seq
                RETURNING question_seq
            )
            SELECT ended.finish, (SELECT last_seq FROM numbered) AS seq, (SELECT question_seq FROM following) AS next_question FROM ended
            """).replace("{lease}", AnswerLease.UNTIL);

    /** Like FINISH, but without events yet. */
    private static final String HOLD = FinishSql.in("""
            WITH locked AS (
                SELECT id, state, epoch, last_question_seq FROM conversation
                WHERE id = $1 AND tenant_id = $2 FOR UPDATE
            ), ended AS (
                UPDATE answer SET
                    finish = CASE WHEN locked.state = 'with_bot' AND locked.epoch = answer.epoch THEN {held} ELSE {withdrawn} END,
                    finished_at = $4, partial_text = $9, evidence = CAST($5 AS text), held_finish = $3, held_name = $10,
                    held_sources = $11, held_cards = $14
                FROM locked
                WHERE answer.id = $6 AND answer.attempt = $7 AND answer.lease_owner = $8
                  AND answer.finish IS NULL
                RETURNING answer.finish, answer.question_seq, locked.last_question_seq, answer.started_at
            ), heeded AS (
                UPDATE conversation SET whisper = NULL FROM ended
                WHERE conversation.id = $1 AND ended.finish = {held} AND whispered_at <= ended.started_at
            ), following AS (
                INSERT INTO answer (id, tenant_id, conversation_id, epoch, first_question_seq, question_seq, lease_owner, lease_until,
                    started_at)
                SELECT $12, $2, $1, $13, question_seq + 1, last_question_seq, $8, {lease}, $4
                FROM ended WHERE finish <> {withdrawn} AND last_question_seq > question_seq
                RETURNING question_seq
            )
            SELECT ended.finish, CAST(NULL AS bigint) AS seq, (SELECT question_seq FROM following) AS next_question FROM ended
            """).replace("{lease}", AnswerLease.UNTIL);

    private static final String TAKE_LAPSED = """
            UPDATE answer SET attempt = answer.attempt + 1, lease_owner = $1, lease_until = {lease},
                partial_text = '', question_seq = conversation.last_question_seq
            FROM conversation
            WHERE conversation.id = answer.conversation_id AND answer.id IN (
                SELECT id FROM answer WHERE finish IS NULL AND lease_until < now()
                ORDER BY lease_until LIMIT $2 FOR UPDATE SKIP LOCKED)
            RETURNING answer.id, answer.tenant_id, answer.conversation_id, answer.epoch, answer.attempt, answer.first_question_seq,
                answer.question_seq
            """.replace("{lease}", AnswerLease.UNTIL);

    private static final String RESTART = """
            UPDATE answer SET attempt = attempt + 1, partial_text = '', lease_until = {lease},
                question_seq = (SELECT last_question_seq FROM conversation WHERE id = $1)
            WHERE id = $2 AND tenant_id = $3 AND attempt = $4 AND lease_owner = $5 AND finish IS NULL
            RETURNING id, tenant_id, conversation_id, epoch, attempt, first_question_seq, question_seq
            """.replace("{lease}", AnswerLease.UNTIL);

    private static final String KEEP = """
            UPDATE answer SET partial_text = $1, lease_until = {lease}
            WHERE id = $2 AND tenant_id = $3 AND attempt = $4 AND lease_owner = $5 AND finish IS NULL
            RETURNING attempt
            """.replace("{lease}", AnswerLease.UNTIL);

    private static final String RELEASE = """
            UPDATE answer SET lease_until = now() - INTERVAL '1 second' WHERE lease_owner = $1 AND finish IS NULL
            RETURNING attempt
            """;

    private static final String RUNNING = """
            SELECT question_seq FROM answer WHERE conversation_id = $1 AND tenant_id = $2 AND finish IS NULL
            """;

    /** A single statement wrote message and answer, so their times are equal. */
    private static final String EVIDENCE = """
            SELECT answer.evidence, answer.epoch, answer.first_question_seq, answer.question_seq FROM message JOIN answer ON answer.conversation_id = message.conversation_id
                AND answer.finished_at = message.at AND answer.finish = message.finish
            WHERE message.conversation_id = $1 AND message.tenant_id = $2 AND message.seq = $3 AND message.author = 'bot'
            ORDER BY answer.question_seq DESC LIMIT 1
            """;

    private static final String ENDED = FinishSql.in("""
            SELECT answer.id, answer.attempt, COALESCE(message.seq, 0) AS seq, answer.finish, answer.question_seq
            FROM answer LEFT JOIN message ON message.conversation_id = answer.conversation_id AND message.author = 'bot'
                AND message.at = answer.finished_at AND message.finish = answer.finish
            WHERE answer.conversation_id = $1 AND answer.tenant_id = $2
              AND $3 BETWEEN answer.first_question_seq AND answer.question_seq AND answer.finish IS NOT NULL AND answer.finish <> {held}
            ORDER BY answer.question_seq DESC LIMIT 1
            """);

    /** An apology neither answers a question nor leaves it open. */
    private static final String TURNS = FinishSql.in("""
            WITH since AS (
                SELECT GREATEST(handed_off_at, (SELECT max(at) FROM message WHERE conversation_id = $1 AND author = 'agent'),
                    CAST('-infinity' AS timestamptz)) AS at
                FROM conversation WHERE id = $1 AND tenant_id = $2
            ), turns AS (
                SELECT seq, finish FROM message JOIN since ON message.at > since.at
                WHERE conversation_id = $1 AND author = 'bot' AND finish NOT IN {no turn}
            )
            SELECT (SELECT count(*) FROM turns) AS turns, (SELECT count(*) FROM turns WHERE finish = {no_answer} AND seq > COALESCE(
                (SELECT max(seq) FROM turns WHERE finish NOT IN {unanswered}), 0)) AS unanswered
            FROM since
            """);

    private final Statements statements;

    AnswerRepository(Statements statements) {
        this.statements = statements;
    }

    /** {@code seq} is null if there was nothing to say. */
    record Finished(String finish, @Nullable Long seq, @Nullable Long nextQuestion) {}

    record Answered(int epoch, long firstQuestion, long lastQuestion) {}

    /** {@code sources} and {@code evidence} are JSON. */
    public record Ending(RunningAnswer answer, Reply reply, String sources, String evidence, UUID next, UUID owner,
            Instant now) {}

    /** Null if this replica no longer holds the answer at this attempt. */
    Uni<@Nullable Finished> finish(TenantId tenant, Ending ending) {
        return end(FINISH, tenant, ending);
    }

    /** Null if this replica no longer holds the answer at this attempt. */
    Uni<@Nullable Finished> hold(TenantId tenant, Ending ending) {
        return end(HOLD, tenant, ending);
    }

    private Uni<@Nullable Finished> end(String how, TenantId tenant, Ending ending) {
        RunningAnswer answer = ending.answer();
        Reply reply = ending.reply();
        return statements.of(tenant).row(how,
                row -> new Finished(row.getString("finish"), row.getLong("seq"), row.getLong("next_question")),
                answer.conversation(), tenant.value(), reply.finish().wire(), ending.now(), ending.evidence(),
                answer.id(),
                answer.attempt(), ending.owner(), reply.text(), reply.botName(), ending.sources(), ending.next(),
                answer.epoch(), reply.cards());
    }

    /** True if one is being written or waits for a takeover. */
    Uni<Boolean> isRunning(TenantId tenant, UUID conversation) {
        return statements.of(tenant).any(RUNNING, conversation, tenant.value());
    }

    Uni<@Nullable BotTurns> turns(TenantId tenant, UUID conversation) {
        return statements.of(tenant).row(TURNS,
                row -> new BotTurns(row.getInteger("turns"), row.getInteger("unanswered")), conversation,
                tenant.value());
    }

    /** Null while the answer is not finished. */
    Uni<@Nullable AnswerEnded> ended(TenantId tenant, UUID conversation, long question) {
        return statements.of(tenant).row(ENDED,
                row -> new AnswerEnded(tenant, conversation, row.getUUID("id"), row.getInteger("attempt"),
                        row.getLong("seq"),
                        Objects.requireNonNull(Finish.ofWire(row.getString("finish"))), row.getLong("question_seq")),
                conversation, tenant.value(), question);
    }

    /** A fresh attempt for all open messages; null if this replica no longer holds the answer. */
    Uni<@Nullable RunningAnswer> restart(RunningAnswer answer, UUID owner) {
        return statements.of(answer.tenant()).row(RESTART, AnswerRepository::toRunning, answer.conversation(),
                answer.id(),
                answer.tenant().value(),
                answer.attempt(), owner);
    }

    /** Renews the lease; false if this replica no longer holds the answer at this attempt. */
    Uni<Boolean> keep(RunningAnswer answer, UUID owner, String partialText) {
        return statements.of(answer.tenant())
                .any(KEEP, partialText, answer.id(), answer.tenant().value(),
                        answer.attempt(),
                        owner);
    }

    /** JSON, or null. */
    Uni<@Nullable String> evidence(TenantId tenant, UUID conversation, long seq) {
        return statements.of(tenant).row(EVIDENCE, row -> row.getString("evidence"), conversation, tenant.value(), seq);
    }

    /** Null if the message is not the bot's. */
    Uni<@Nullable Answered> answered(TenantId tenant, UUID conversation, long seq) {
        return statements.of(tenant).row(EVIDENCE,
                row -> new Answered(row.getInteger("epoch"), row.getLong("first_question_seq"),
                        row.getLong("question_seq")),
                conversation, tenant.value(), seq);
    }

    /** Takes over answers whose lease has expired. */
    Uni<List<RunningAnswer>> takeLapsed(UUID owner, int max) {
        return statements.ofEveryTenant().rows(TAKE_LAPSED, AnswerRepository::toRunning, owner, (long) max);
    }

    /** Ends the leases of this replica. */
    Uni<Integer> release(UUID owner) {
        return statements.ofEveryTenant().count(RELEASE, owner);
    }

    /** Hides unanswered questions. */
    Uni<Void> dismiss(TenantId tenant, List<UUID> answers, Instant now) {
        return statements.of(tenant).run(
                "UPDATE answer SET dismissed_at = $3 WHERE tenant_id = $1 AND id = ANY($2) RETURNING id",
                tenant.value(), answers.toArray(UUID[]::new), now);
    }

    private static RunningAnswer toRunning(Row row) {
        return new RunningAnswer(row.getUUID("id"), new TenantId(row.getUUID("tenant_id")),
                row.getUUID("conversation_id"), row.getInteger("epoch"),
                row.getInteger("attempt"), row.getLong("first_question_seq"), row.getLong("question_seq"));
    }
}
