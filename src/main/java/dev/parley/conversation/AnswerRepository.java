package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ReactiveRepository;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The answers being written. A lease says which replica writes one; it is measured by the database's clock, the only one that all
 * replicas share. Whatever touches both rows locks the conversation before the answer.
 */
@ApplicationScoped
class AnswerRepository extends ReactiveRepository {
    private static final String FINISH = """
            WITH locked AS (
                SELECT id, state, epoch, last_question_seq FROM conversation
                WHERE id = :conversation AND tenant_id = :tenant FOR UPDATE
            ), ended AS (
                UPDATE answer SET
                    finish = CASE WHEN locked.state = 'with_bot' AND locked.epoch = answer.epoch THEN :finish ELSE 'withdrawn' END,
                    finished_at = :now, partial_text = '', evidence = CAST(:evidence AS text)
                FROM locked
                WHERE answer.id = :answer AND answer.attempt = :attempt AND answer.lease_owner = :owner
                  AND answer.finish IS NULL
                RETURNING answer.finish, answer.question_seq, locked.last_question_seq
            ), numbered AS (
                UPDATE conversation SET last_seq = last_seq + 1, last_activity_at = :now
                FROM ended WHERE conversation.id = :conversation AND ended.finish <> 'withdrawn' AND :text <> ''
                RETURNING conversation.last_seq
            ), stored AS (
                INSERT INTO message (conversation_id, seq, tenant_id, author, author_name, text, finish, sources, at)
                SELECT :conversation, last_seq, :tenant, 'bot', :name, :text, :finish, :sources, :now FROM numbered
            ), following AS (
                INSERT INTO answer (id, tenant_id, conversation_id, epoch, question_seq, lease_owner, lease_until, started_at)
                SELECT :next, :tenant, :conversation, :epoch, last_question_seq, :owner, now() + INTERVAL '8 seconds', :now
                FROM ended WHERE finish <> 'withdrawn' AND last_question_seq > question_seq
                RETURNING question_seq
            )
            SELECT ended.finish, (SELECT last_seq FROM numbered), (SELECT question_seq FROM following) FROM ended
            """;

    private static final String TAKE_LAPSED = """
            UPDATE answer SET attempt = answer.attempt + 1, lease_owner = :owner, lease_until = now() + INTERVAL '8 seconds',
                partial_text = '', question_seq = conversation.last_question_seq
            FROM conversation
            WHERE conversation.id = answer.conversation_id AND answer.id IN (
                SELECT id FROM answer WHERE finish IS NULL AND lease_until < now()
                ORDER BY lease_until LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING answer.id, answer.tenant_id, answer.conversation_id, answer.epoch, answer.attempt, answer.question_seq
            """;

    /** @param seq the message's number; null when there was nothing to say */
    record Finished(String finish, @Nullable Long seq, @Nullable Long nextQuestion) {}

    record Ending(RunningAnswer answer, Reply reply, String sources, UUID next, UUID owner, Instant now) {}

    /** Null when this replica no longer holds the answer at this attempt. */
    Uni<@Nullable Finished> finish(TenantId tenant, Ending ending) {
        return inSession(() -> Panache.getSession().chain(session -> finished(session, tenant, ending)));
    }

    private static Uni<@Nullable Finished> finished(Mutiny.Session session, TenantId tenant, Ending ending) {
        return session.createNativeQuery(FINISH, Object[].class)
                .setParameter("conversation", ending.answer().conversation())
                .setParameter("tenant", tenant.value())
                .setParameter("finish", ending.reply().finish().wire())
                .setParameter("now", ending.now())
                .setParameter("evidence", ending.reply().evidence())
                .setParameter("answer", ending.answer().id())
                .setParameter("attempt", ending.answer().attempt())
                .setParameter("owner", ending.owner())
                .setParameter("text", ending.reply().text())
                .setParameter("name", ending.reply().botName())
                .setParameter("sources", ending.sources())
                .setParameter("next", ending.next())
                .setParameter("epoch", ending.answer().epoch())
                .getSingleResultOrNull()
                .map(row -> row == null ? null : new Finished((String) row[0], number(row[1]), number(row[2])));
    }

    /** Starts the answer afresh with all that the visitor has written; null when this replica no longer holds it. */
    Uni<@Nullable RunningAnswer> restart(RunningAnswer answer, UUID owner) {
        return inSession(() -> Panache.getSession().chain(session -> session.createNativeQuery("""
                UPDATE answer SET attempt = attempt + 1, partial_text = '', lease_until = now() + INTERVAL '8 seconds',
                    question_seq = (SELECT last_question_seq FROM conversation WHERE id = :conversation)
                WHERE id = :answer AND tenant_id = :tenant AND attempt = :attempt AND lease_owner = :owner AND finish IS NULL
                RETURNING id, tenant_id, conversation_id, epoch, attempt, question_seq""", Object[].class)
                .setParameter("conversation", answer.conversation())
                .setParameter("answer", answer.id())
                .setParameter("tenant", answer.tenant().value())
                .setParameter("attempt", answer.attempt())
                .setParameter("owner", owner)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : toRunning(row))));
    }

    /** Keeps the lease and the text so far; false when this replica no longer holds the answer at this attempt. */
    Uni<Boolean> keep(RunningAnswer answer, UUID owner, String partialText) {
        return inSession(() -> Panache.getSession().chain(session -> session.createNativeQuery("""
                UPDATE answer SET partial_text = :text, lease_until = now() + INTERVAL '8 seconds'
                WHERE id = :answer AND tenant_id = :tenant AND attempt = :attempt AND lease_owner = :owner AND finish IS NULL
                RETURNING attempt""", Integer.class)
                .setParameter("text", partialText)
                .setParameter("answer", answer.id())
                .setParameter("tenant", answer.tenant().value())
                .setParameter("attempt", answer.attempt())
                .setParameter("owner", owner)
                .getSingleResultOrNull()
                .map(found -> found != null)));
    }

    /** Takes over answers whose replica has not been heard of, at most so many. */
    Uni<List<RunningAnswer>> takeLapsed(UUID owner, int most) {
        return inSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_LAPSED, Object[].class)
                        .setParameter("owner", owner)
                        .setParameter("most", most)
                        .getResultList()
                        .map(found -> found.stream().map(AnswerRepository::toRunning).toList())));
    }

    /** Lets others take over at once what this replica holds. */
    Uni<Integer> release(UUID owner) {
        return inSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                "UPDATE answer SET lease_until = now() - INTERVAL '1 second' WHERE lease_owner = :owner AND finish IS NULL RETURNING 1",
                Integer.class)
                .setParameter("owner", owner)
                .getResultList()
                .map(List::size)));
    }

    private static RunningAnswer toRunning(Object[] row) {
        return new RunningAnswer((UUID) row[0], new TenantId((UUID) row[1]), (UUID) row[2],
                ((Number) row[3]).intValue(),
                ((Number) row[4]).intValue(), ((Number) row[5]).longValue());
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value == null ? null : ((Number) value).longValue();
    }
}
