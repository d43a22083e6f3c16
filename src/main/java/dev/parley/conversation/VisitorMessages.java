package dev.parley.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.MessageRepository.Question;
import dev.parley.conversation.MessageRepository.StoredQuestion;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.conversation.attachment.Recording;
import dev.parley.conversation.attachment.RecordingJson;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.database.Constraints;
import dev.parley.tenant.TenantId;
import dev.parley.visitor.Visitor;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class VisitorMessages {
    private final MessageRepository messages;
    private final Conversations conversations;
    private final ConversationEvents events;
    private final RecordingJson recordings;
    private final Replica replica;
    private final Ids ids;
    private final Clock clock;

    VisitorMessages(MessageRepository messages, Conversations conversations, ConversationEvents events,
            RecordingJson recordings, Replica replica, Ids ids, Clock clock) {
        this.messages = messages;
        this.conversations = conversations;
        this.events = events;
        this.recordings = recordings;
        this.replica = replica;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins an answer in the same commit if the bot is the owner. Idempotent; reopens a closed conversation. */
    public Uni<Recorded> record(TenantId tenant, UUID conversation, VisitorMessage message) {
        return record(tenant, conversation, message, null, null);
    }

    /** Fails with `not_found` unless the conversation is still this visitor's. */
    public Uni<Recorded> record(Visitor visitor, UUID conversation, VisitorMessage message) {
        return record(visitor.tenant(), conversation, message, null, visitor.id());
    }

    /** A null {@code spoken} means typed; a null {@code visitor} skips the check of the owner. */
    public Uni<Recorded> record(TenantId tenant, UUID conversation, VisitorMessage message,
            Recording.@Nullable Sent spoken, @Nullable UUID visitor) {
        UUID answer = ids.next();
        Recording.Sent beside = spoken == null ? null : spoken.beside(message.text());
        Question question = new Question(conversation, message.clientId(), message.text(), message.page(),
                clock.instant(), beside == null ? null : recordings.write(beside),
                beside == null ? null : beside.heard());
        return messages.record(tenant, question, answer, replica.id(), visitor)
                // Of two concurrent resends, the second violates the unique index and then finds the first.
                .onFailure(VisitorMessages::isDuplicate).retry().atMost(1)
                .onItem().ifNull().failWith(() -> ParleyException.notFound("conversation"))
                .map(stored -> recorded(tenant, question, stored, answer))
                .call(recorded -> tellOfReopening(tenant, conversation, recorded))
                .map(Numbered::recorded);
    }

    private record Numbered(Recorded recorded, boolean reopened) {}

    private Numbered recorded(TenantId tenant, Question question, StoredQuestion stored, UUID answer) {
        Instant at = stored.earlier() == null ? question.now() : stored.earlier();
        Message message = new Message(stored.seq(), Author.VISITOR, null, question.text(), at, question.client(),
                List.of(), null, Message.NO_CARDS, List.of(), recordings.read(question.recording(), question.heard()),
                Map.of());
        if (stored.earlier() != null) {
            return new Numbered(new Recorded(message, true, false, null), false);
        }
        events.tell(new MessageStored(tenant, question.conversation(), message));
        RunningAnswer begun = stored.begun()
                ? new RunningAnswer(answer, tenant, question.conversation(), stored.epoch(), 1, stored.seq(),
                        stored.seq())
                : null;
        boolean withBot = stored.state().equals(new ConversationState.WithBot().wire());
        return new Numbered(new Recorded(message, false, withBot, begun), !stored.formerState().equals(stored.state()));
    }

    private Uni<Void> tellOfReopening(TenantId tenant, UUID conversation, Numbered numbered) {
        return !numbered.reopened()
                ? Uni.createFrom().voidItem()
                : conversations.get(tenant, conversation)
                        .invoke(now -> events.tell(new OwnerChanged(tenant, conversation, now)))
                        .replaceWithVoid();
    }

    static boolean isDuplicate(Throwable failure) {
        return Constraints.violated(failure, "message_conversation_id_author_client_message_id_key");
    }
}
