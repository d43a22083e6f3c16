package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.OwnerChangeRepository.Next;
import dev.parley.conversation.answer.AnswerRepository;
import dev.parley.conversation.answer.FinishSql;
import dev.parley.conversation.answer.RunningAnswer;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Effects of a change of owner on answers, in its transaction and under its lock. */
@ApplicationScoped
class OwnerChangeAnswersRepository {
    private static final int MAX_ANSWERS = 10;

    private static final String OPEN = FinishSql.in("""
            SELECT text FROM message
            WHERE conversation_id = :conversation AND author = 'visitor' AND seq > COALESCE((
                SELECT max(seq) FROM message WHERE conversation_id = :conversation AND (author = 'agent' OR (author = 'bot'
                    AND finish NOT IN {leaves open}))), 0)
            ORDER BY seq DESC LIMIT :most
            """);

    private static final String UNHEARD = """
            SELECT min(seq) FROM message
            WHERE conversation_id = :conversation AND author = 'visitor' AND seq > COALESCE((
                SELECT max(seq) FROM message WHERE conversation_id = :conversation AND author IN ('bot', 'agent')), 0)
            """;

    /** A short lease: the announced replica begins at once, else another takes over. */
    private static final String BEGIN = """
            INSERT INTO answer (id, tenant_id, conversation_id, epoch, first_question_seq, question_seq, lease_owner, lease_until, started_at)
            VALUES (:id, :tenant, :conversation, :epoch, :first, :last, :owner, now() + INTERVAL '1 second', :now)
            """;

    private static final String END = """
            UPDATE answer SET finish = :finish, finished_at = :now, partial_text = '', evidence = CAST(:evidence AS text)
            WHERE id = :id AND tenant_id = :tenant AND attempt = :attempt AND lease_owner = :owner AND finish IS NULL
            """;

    private static final String HEED = """
            UPDATE conversation SET whisper = NULL
            WHERE id = :conversation AND whispered_at <= (SELECT started_at FROM answer WHERE id = :id)
            """;

    /** Newest first. */
    Uni<List<String>> open(Mutiny.Session session, UUID conversation) {
        return session.createNativeQuery(OPEN, String.class)
                .setParameter("conversation", conversation)
                .setParameter("most", MAX_ANSWERS)
                .getResultList();
    }

    /** The first unanswered message; null if there is none. */
    Uni<@Nullable Long> unheard(Mutiny.Session session, UUID conversation) {
        return session.createNativeQuery(UNHEARD, Long.class)
                .setParameter("conversation", conversation)
                .getSingleResultOrNull();
    }

    Uni<RunningAnswer> begin(Mutiny.Session session, RunningAnswer answer, Next next) {
        return session.createNativeQuery(BEGIN)
                .setParameter("id", answer.id())
                .setParameter("tenant", answer.tenant().value())
                .setParameter("conversation", answer.conversation())
                .setParameter("epoch", answer.epoch())
                .setParameter("first", answer.firstQuestionSeq())
                .setParameter("last", answer.questionSeq())
                .setParameter("owner", next.owner())
                .setParameter("now", next.now())
                .executeUpdate().replaceWith(answer);
    }

    /** False if this replica no longer holds the answer at this attempt. */
    Uni<Boolean> end(Mutiny.Session session, AnswerRepository.Ending ending, String finish) {
        RunningAnswer answer = ending.answer();
        return session.createNativeQuery(END)
                .setParameter("finish", finish)
                .setParameter("now", ending.now())
                .setParameter("evidence", ending.evidence())
                .setParameter("id", answer.id())
                .setParameter("tenant", answer.tenant().value())
                .setParameter("attempt", answer.attempt())
                .setParameter("owner", ending.owner())
                .executeUpdate().map(count -> count > 0);
    }

    /** Clears a supervisor's hint that was used. */
    Uni<Integer> markRead(Mutiny.Session session, RunningAnswer answer) {
        return session.createNativeQuery(HEED)
                .setParameter("conversation", answer.conversation())
                .setParameter("id", answer.id())
                .executeUpdate();
    }

    Uni<Integer> withdraw(Mutiny.Session session, UUID conversation, Instant now) {
        return session.createNativeQuery(FinishSql.in("""
                UPDATE answer SET finish = {withdrawn}, finished_at = :now, partial_text = ''
                WHERE conversation_id = :conversation AND (finish IS NULL OR finish = {held})"""))
                .setParameter("now", now)
                .setParameter("conversation", conversation)
                .executeUpdate();
    }
}
