package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import dev.parley.platform.ReactiveRepository;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads conversations and changes their owners. */
@ApplicationScoped
class ConversationRepository extends ReactiveRepository {
    private final Rows rows = new Rows();

    private static final class Rows implements PanacheRepositoryBase<ConversationEntity, UUID> {}

    /** A change of owner and the line that tells the visitor of it. */
    record Change(ConversationState state, String notice, @Nullable String reason) {}

    record Changed(Conversation conversation, Message notice) {}

    /** With the visitor's first messages, both or neither. */
    Uni<Conversation> create(ConversationEntity conversation, List<String> said) {
        Object[] messages = new Object[said.size()];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = message(conversation, i + 1, Author.VISITOR, said.get(i), conversation.createdAt);
        }
        return inTransaction(() -> rows.persist(conversation)
                .call(() -> messages.length == 0
                        ? Uni.createFrom().voidItem()
                        : rows.getSession().chain(session -> session.persistAll(messages))))
                .map(ConversationEntity::toConversation);
    }

    Uni<@Nullable Conversation> find(TenantId tenant, UUID id) {
        return inSession(() -> rows.find("tenantId = ?1 and id = ?2", tenant.value(), id).firstResult())
                .map(ConversationRepository::toConversation);
    }

    Uni<@Nullable Conversation> latestOf(TenantId tenant, UUID visitor) {
        return inSession(() -> rows
                .find("tenantId = ?1 and visitorId = ?2", Sort.descending("id"), tenant.value(), visitor).firstResult())
                .map(ConversationRepository::toConversation);
    }

    /** Newest first; ids rise with time, so that the last id of a page is the cursor of the next. */
    Uni<List<Conversation>> page(TenantId tenant, @Nullable UUID before, @Nullable String state, int limit) {
        UUID below = before == null ? new UUID(-1L, -1L) : before;
        return inSession(() -> older(tenant, below, state).page(Page.ofSize(limit)).list())
                .map(list -> list.stream().map(ConversationEntity::toConversation).toList());
    }

    /** Two queries, because PostgreSQL cannot tell the type of a parameter that is only compared with null. */
    private PanacheQuery<ConversationEntity> older(TenantId tenant, UUID below, @Nullable String state) {
        Sort newestFirst = Sort.descending("id");
        return state == null
                ? rows.find("tenantId = ?1 and id < ?2", newestFirst, tenant.value(), below)
                : rows.find("tenantId = ?1 and id < ?2 and state = ?3", newestFirst, tenant.value(), below, state);
    }

    /** How many wait, this conversation among them, who asked for a person no later than it did. */
    Uni<Long> queuePosition(TenantId tenant, Instant waitingSince) {
        return inSession(() -> rows.count("tenantId = ?1 and state = 'waiting' and waitingSince <= ?2", tenant.value(),
                waitingSince));
    }

    Uni<Void> seenByVisitor(TenantId tenant, UUID id, long seq) {
        return inTransaction(() -> rows
                .update("visitorSeenSeq = ?1 where tenantId = ?2 and id = ?3 and visitorSeenSeq < ?1 and lastSeq >= ?1",
                        seq,
                        tenant.value(), id))
                .replaceWithVoid();
    }

    /** That column alone: owners and numbers change at the same time. */
    Uni<Void> speak(TenantId tenant, UUID id, String locale) {
        return inTransaction(
                () -> rows.update("locale = ?1 where tenantId = ?2 and id = ?3", locale, tenant.value(), id))
                .replaceWithVoid();
    }

    /**
     * Locks the conversation, asks the rule, and writes what it decides: the new owner, a higher epoch, the notice as a message, and the
     * end of an answer that was being written.
     *
     * @param rule null from it means: leave everything as it is
     */
    Uni<@Nullable Changed> change(TenantId tenant, UUID id, Instant now,
            Function<Conversation, @Nullable Change> rule) {
        return inTransaction(() -> rows.find("tenantId = ?1 and id = ?2", tenant.value(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .chain(row -> row == null
                        ? Uni.createFrom().nullItem()
                        : apply(row, rule.apply(row.toConversation()), now)));
    }

    private Uni<@Nullable Changed> apply(ConversationEntity row, @Nullable Change change, Instant now) {
        if (change == null) {
            return Uni.createFrom().nullItem();
        }
        noteForReports(row, change, now);
        row.state = change.state().wire();
        row.agentId = change.state() instanceof ConversationState.WithAgent with ? with.agent() : null;
        row.waitingSince = change.state() instanceof ConversationState.Waiting ? now : null;
        row.epoch++;
        row.lastSeq++;
        row.lastActivityAt = now;
        MessageEntity notice = message(row, row.lastSeq, Author.SYSTEM, change.notice(), now);
        return rows.getSession()
                .call(session -> withdrawAnswers(session, row.id, now))
                .call(session -> wake(session, row.id))
                .chain(session -> session.persist(notice))
                .map(done -> new Changed(row.toConversation(), notice.toMessage(List.of(), List.of())));
    }

    private static Uni<Integer> withdrawAnswers(Mutiny.Session session, UUID conversation, Instant now) {
        return session.createNativeQuery("""
                UPDATE answer SET finish = 'withdrawn', finished_at = :now, partial_text = ''
                WHERE conversation_id = :conversation AND (finish IS NULL OR finish = 'held')""")
                .setParameter("now", now)
                .setParameter("conversation", conversation)
                .executeUpdate();
    }

    /** It was put aside by whom it belonged to; whoever has it now, or opens it again, must see it. */
    private static Uni<Integer> wake(Mutiny.Session session, UUID conversation) {
        return session.createNativeQuery(
                "UPDATE conversation SET snoozed_until = NULL WHERE id = :conversation AND snoozed_until IS NOT NULL")
                .setParameter("conversation", conversation)
                .executeUpdate();
    }

    /** An agent who puts the visitor back into line takes nothing from what the visitor asked for. */
    private static void noteForReports(ConversationEntity row, Change change, Instant now) {
        if (change.state() instanceof ConversationState.Waiting && row.agentId == null) {
            row.handoffReason = change.reason();
            row.handedOffAt = now;
        }
        if (change.state() instanceof ConversationState.Closed) {
            row.closedAt = now;
        }
    }

    private static MessageEntity message(ConversationEntity row, long seq, Author author, String text, Instant now) {
        MessageEntity message = new MessageEntity();
        message.conversationId = row.id;
        message.seq = seq;
        message.tenantId = row.tenantId;
        message.author = author.wire();
        message.text = text;
        message.sources = "[]";
        message.at = now;
        return message;
    }

    private static @Nullable Conversation toConversation(@Nullable ConversationEntity row) {
        return row == null ? null : row.toConversation();
    }
}
