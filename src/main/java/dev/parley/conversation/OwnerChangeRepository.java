package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import dev.parley.conversation.ConversationState.Closed;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.answer.AnswerRepository;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.platform.database.ReactiveRepository;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Changes owners atomically with all effects. */
@ApplicationScoped
public class OwnerChangeRepository extends ReactiveRepository {
    private final OwnerChangeAnswersRepository answers;
    private final Rows rows = new Rows();

    OwnerChangeRepository(OwnerChangeAnswersRepository answers) {
        this.answers = answers;
    }

    private static final class Rows implements PanacheRepositoryBase<ConversationEntity, UUID> {}

    /** The answer to begin if needed, and its replica. */
    record Next(UUID answer, UUID owner, Instant now) {}

    /** {@code moved}: the owner changed. {@code begun} answers what was written meanwhile. */
    public record Changed(Conversation conversation, boolean moved, @Nullable Message notice,
            @Nullable RunningAnswer begun) {}

    /** {@code changed} is null if the answer was withdrawn. */
    public record Ended(@Nullable Message message, @Nullable Changed changed) {}

    /**
     * Locks the conversation, evaluates the rule, and writes owner, epoch and notice; ends a running answer. Back with
     * the bot, unanswered messages get an answer. A rule returns null for no change.
     */
    Uni<@Nullable Changed> change(TenantId tenant, UUID id, Next next,
            Function<Conversation, @Nullable OwnerChange> rule) {
        return inTransaction(tenant, () -> locked(tenant, id).chain(row -> {
            OwnerChange change = row == null ? null : rule.apply(row.toConversation());
            return row == null || change == null
                    ? Uni.createFrom().nullItem()
                    : rows.getSession().chain(session -> apply(session, row, change, next));
        }));
    }

    /** Atomic. Null if this replica no longer holds the answer. */
    public Uni<@Nullable Ended> endAndChange(AnswerRepository.Ending ending, OwnerChange change) {
        RunningAnswer answer = ending.answer();
        return inTransaction(answer.tenant(), () -> locked(answer.tenant(), answer.conversation()).chain(row -> {
            if (row == null) {
                return Uni.createFrom().nullItem();
            }
            boolean current = row.state.equals(new WithBot().wire()) && row.epoch == answer.epoch();
            String finish = (current ? ending.reply().finish() : Finish.WITHDRAWN).wire();
            return rows.getSession().chain(session -> answers.end(session, ending, finish))
                    .chain(held -> !held
                            ? Uni.createFrom().nullItem()
                            : current
                                    ? sayAndApply(row, ending, change)
                                    : Uni.createFrom().item(new Ended(null, null)));
        }));
    }

    private Uni<@Nullable ConversationEntity> locked(TenantId tenant, UUID id) {
        return rows.find("tenantId = ?1 and id = ?2", tenant.value(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    private Uni<Ended> sayAndApply(ConversationEntity row, AnswerRepository.Ending ending, OwnerChange change) {
        Next next = new Next(ending.next(), ending.owner(), ending.now());
        MessageEntity said = ending.reply().text().isEmpty() ? null : lastWords(row, ending);
        Message message = said == null ? null : said.toMessage(ending.reply().sources(), List.of());
        return persist(said)
                .chain(() -> rows.getSession())
                .call(session -> answers.markRead(session, ending.answer()))
                .chain(session -> apply(session, row, change, next))
                .chain(changed -> changed.moved()
                        ? Uni.createFrom().item(changed)
                        : goOn(row, changed, ending.answer(), next))
                .map(changed -> new Ended(message, changed));
    }

    private static MessageEntity lastWords(ConversationEntity row, AnswerRepository.Ending ending) {
        Reply reply = ending.reply();
        MessageEntity said = message(row, Author.BOT, reply.text(), ending.now());
        said.authorName = reply.botName();
        said.finish = reply.finish().wire();
        said.sources = ending.sources();
        said.cards = reply.cards();
        return said;
    }

    /** The bot stays: it answers what came meanwhile. */
    private Uni<Changed> goOn(ConversationEntity row, Changed changed, RunningAnswer answered, Next next) {
        return row.lastQuestionSeq <= answered.questionSeq()
                ? Uni.createFrom().item(changed)
                : rows.getSession()
                        .chain(session -> answers.begin(session,
                                running(row, next, answered.questionSeq() + 1, row.lastQuestionSeq), next))
                        .map(begun -> new Changed(changed.conversation(), false, changed.notice(), begun));
    }

    private Uni<Changed> apply(Mutiny.Session session, ConversationEntity row, OwnerChange change, Next next) {
        ConversationState before = ConversationState.of(row.state, row.agentId);
        boolean moves = !before.equals(change.state());
        return summary(session, row, change.cause())
                .map(summary -> write(row, change, summary, moves, next.now()))
                .call(() -> moves ? endFormer(session, row, next.now()) : Uni.createFrom().voidItem())
                .call(this::persist)
                .chain(notice -> (moves && wakesBot(before, change.state())
                        ? answerUnheard(session, row, next)
                        : Uni.createFrom().<@Nullable RunningAnswer>nullItem())
                        .map(begun -> new Changed(row.toConversation(), moves,
                                notice == null ? null : notice.toMessage(List.of(), List.of()), begun)));
    }

    private Uni<@Nullable String> summary(Mutiny.Session session, ConversationEntity row,
            @Nullable HandoffCause cause) {
        return cause == null || cause.summary() != null
                ? Uni.createFrom().item(cause == null ? null : cause.summary())
                : answers.open(session, row.id).map(OpenQuestionSummary::summary);
    }

    /** One flush: webhooks would be notified of each. */
    private static @Nullable MessageEntity write(ConversationEntity row, OwnerChange change, @Nullable String summary,
            boolean moves, Instant now) {
        if (moves) {
            move(row, change.state(), now);
        }
        // A requeue by an agent has no cause and keeps the visitor's.
        if (change.cause() != null) {
            row.noteHandoff(change.cause(), summary, now);
        }
        row.lastActivityAt = now;
        MessageEntity notice = change.notice().isEmpty()
                ? null
                : message(row, Author.SYSTEM, change.notice(), now);
        if (moves || change.cause() != null) {
            row.messageWantedSeq = change.wantsMessage() ? row.lastSeq : null;
        }
        return notice;
    }

    private Uni<Void> endFormer(Mutiny.Session session, ConversationEntity row, Instant now) {
        return answers.withdraw(session, row.id, now)
                .chain(() -> wake(session, row.id))
                .replaceWithVoid();
    }

    private static void move(ConversationEntity row, ConversationState state, Instant now) {
        row.state = state.wire();
        row.agentId = state instanceof WithAgent with ? with.agent() : null;
        row.waitingSince = state instanceof Waiting ? now : null;
        row.epoch++;
        if (state instanceof Waiting) {
            row.handoffEpoch = row.epoch;
        }
        if (state instanceof Closed) {
            row.closedAt = now;
        }
    }

    private static boolean wakesBot(ConversationState before, ConversationState now) {
        return now instanceof WithBot && (before instanceof Waiting || before instanceof WithAgent);
    }

    private Uni<@Nullable RunningAnswer> answerUnheard(Mutiny.Session session, ConversationEntity row, Next next) {
        return answers.unheard(session, row.id).chain(first -> first == null
                ? Uni.createFrom().nullItem()
                : answers.begin(session, running(row, next, first, row.lastQuestionSeq), next));
    }

    private static RunningAnswer running(ConversationEntity row, Next next, long first, long last) {
        return new RunningAnswer(next.answer(), new TenantId(row.tenantId), row.id, row.epoch, 1, first, last);
    }

    /** Ends a snooze, which was the former owner's. */
    private static Uni<Integer> wake(Mutiny.Session session, UUID conversation) {
        return session.createNativeQuery(
                "UPDATE conversation SET snoozed_until = NULL WHERE id = :conversation AND snoozed_until IS NOT NULL")
                .setParameter("conversation", conversation)
                .executeUpdate();
    }

    private Uni<Void> persist(@Nullable MessageEntity message) {
        return message == null
                ? Uni.createFrom().voidItem()
                : rows.getSession().chain(session -> session.persist(Objects.requireNonNull(message)));
    }

    private static MessageEntity message(ConversationEntity row, Author author, String text, Instant now) {
        MessageEntity message = new MessageEntity();
        message.conversationId = row.id;
        message.seq = ++row.lastSeq;
        message.tenantId = row.tenantId;
        message.author = author.wire();
        message.text = text;
        message.sources = "[]";
        message.at = now;
        return message;
    }
}
