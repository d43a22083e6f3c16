package dev.parley.feed;

import java.util.Optional;
import java.util.UUID;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationEvent.VisitorJoined;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.Message;
import dev.parley.platform.ParleyException;
import dev.parley.platform.RetryLaterException;
import org.jspecify.annotations.Nullable;

/** Maps events to frames. {@code conversation} is null for clients that follow only one. */
public record Frames(@Nullable UUID conversation) {
    /** For visitors and event streams. */
    public static final Frames PLAIN = new Frames(null);

    public Optional<ConversationFrame> of(ConversationEvent event) {
        return Optional.ofNullable(switch (event) {
            case MessageStored stored -> frame(stored.message());
            case OwnerChanged changed -> state(changed.now());
            case AnswerBegan began -> frame(began);
            case AnswerGrew grew -> frame(grew);
            case AnswerEnded ended -> frame(ended);
            case Typing typing -> frame(typing);
            case VisitorJoined joined -> null;
            case StaffOnly staffOnly -> null;
            case ConversationEvent.StopAsked stop -> null;
        });
    }

    public ConversationFrame.Message frame(Message message) {
        return new ConversationFrame.Message(message.seq(), message.author().wire(), message.name(), message.text(),
                message.at(), message.clientId(), message.sources().isEmpty() ? null : message.sources(),
                message.finish(), message.cards().equals(Message.NO_CARDS) ? null : message.cards(),
                message.attachments().isEmpty() ? null : message.attachments(), message.recording(), conversation);
    }

    public ConversationFrame.AnswerBegin frame(AnswerBegan began) {
        return new ConversationFrame.AnswerBegin(began.answer(), began.attempt(), conversation);
    }

    public ConversationFrame.AnswerDelta frame(AnswerGrew grew) {
        return new ConversationFrame.AnswerDelta(grew.answer(), grew.attempt(), grew.n(), grew.text(), conversation);
    }

    public ConversationFrame.AnswerEnd frame(AnswerEnded ended) {
        return new ConversationFrame.AnswerEnd(ended.answer(), ended.attempt(), ended.seq(), ended.finish().wire(),
                conversation);
    }

    /** For agents, names the colleague. */
    public ConversationFrame.Typing frame(Typing typing) {
        return new ConversationFrame.Typing(typing.author().wire(), typing.on(),
                conversation == null ? null : typing.agent(), conversation);
    }

    public ConversationFrame.State state(Conversation now) {
        return state(now, null);
    }

    public ConversationFrame.State state(Conversation now, ConversationFrame.@Nullable Queue queue) {
        return new ConversationFrame.State(now.state().wire(), now.epoch(),
                now.state() instanceof WithAgent with ? with.agent() : null, queue, conversation);
    }

    public static ConversationFrame.Ready ready(Conversation now, long heartbeatSeconds) {
        return new ConversationFrame.Ready(now.id(), now.state().wire(), now.epoch(), now.lastSeq(), heartbeatSeconds);
    }

    public ConversationFrame.Ack ack(UUID clientId, Message stored) {
        return new ConversationFrame.Ack(clientId, stored.seq(), stored.at(), conversation);
    }

    /** Maps a refusal, with its advice on retries. */
    public static ConversationFrame.Refused error(ParleyException refused, @Nullable String id) {
        return new ConversationFrame.Refused(refused.code(), refused.detail(), refused.retryable(),
                refused instanceof RetryLaterException later ? later.seconds() : null, null, id);
    }

    public static ConversationFrame.Refused error(String code, String detail, boolean retryable, @Nullable String id) {
        return new ConversationFrame.Refused(code, detail, retryable, null, null, id);
    }
}
