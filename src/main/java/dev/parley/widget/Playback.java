package dev.parley.widget;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import dev.parley.conversation.Author;
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
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.Message;
import dev.parley.feed.ConversationFrame.Queue;
import dev.parley.feed.Frames;
import dev.parley.socket.CloseCode;
import dev.parley.socket.ResumedConversation;
import dev.parley.socket.SocketWriter;
import io.smallrye.mutiny.Uni;

/** Plays one conversation to one visitor's socket. Confined to one context. */
final class Playback {
    private final VisitorServices services;
    private final SocketWriter writer;
    private final Conversation conversation;
    private final ResumedConversation resumed;
    private final Set<UUID> unacknowledged = new HashSet<>();

    Playback(VisitorServices services, VisitorSocketSession session, SocketWriter writer, Conversation conversation,
            long since) {
        this.services = services;
        this.writer = writer;
        this.conversation = conversation;
        this.resumed = new ResumedConversation(services.feed(), services.conversations(), session, conversation, since,
                this::happened);
    }

    UUID conversation() {
        return conversation.id();
    }

    /** For a client that knows the conversation. */
    void goOn() {
        resumed.begin();
    }

    void start() {
        writer.send(Frames.ready(conversation, services.config().heartbeat().toSeconds()));
        if (conversation.state() instanceof Waiting) {
            sendState(conversation);
        }
        resumed.begin();
    }

    Uni<Void> caughtUp() {
        return resumed.caughtUp();
    }

    void end() {
        resumed.end();
    }

    /** The ack must precede the message itself. */
    void expectAck(UUID clientId) {
        unacknowledged.add(clientId);
    }

    boolean forgetAck(UUID clientId) {
        return unacknowledged.remove(clientId);
    }

    private void happened(ConversationEvent event) {
        switch (event) {
            case MessageStored stored -> sendMessage(stored.message());
            case AnswerBegan began -> writer.send(Frames.PLAIN.frame(began));
            case AnswerGrew grew -> writer.send(Frames.PLAIN.frame(grew));
            case AnswerEnded over -> writer.send(Frames.PLAIN.frame(over));
            case OwnerChanged changed -> sendState(changed.now());
            case Typing typing -> {
                if (typing.author() != Author.VISITOR) {
                    writer.send(Frames.PLAIN.frame(typing));
                }
            }
            // Belongs to another browser's customer: the tab needs a new session.
            case VisitorJoined joined -> {
                if (!joined.visitor().equals(conversation.visitor())) {
                    end();
                    writer.close(CloseCode.TOKEN);
                }
            }
            case StaffOnly none -> {
            }
            case ConversationEvent.StopAsked stop -> {
            }
        }
    }

    private void sendMessage(Message message) {
        UUID clientId = message.clientId();
        if (clientId != null && forgetAck(clientId)) {
            writer.send(Frames.PLAIN.ack(clientId, message));
        }
        writer.send(Frames.PLAIN.frame(message));
    }

    private void sendState(Conversation now) {
        services.handoffs().place(now).subscribe().with(
                place -> writer.send(place == null
                        ? Frames.PLAIN.state(now)
                        : Frames.PLAIN.state(now, new Queue(place.position(), place.etaSeconds()))),
                failure -> writer.send(Frames.PLAIN.state(now)));
    }
}
