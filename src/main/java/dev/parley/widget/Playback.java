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
import dev.parley.feed.Replay;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import org.jboss.logging.Logger;

/** Plays one conversation to one visitor's socket. Used on one context only. */
final class Playback implements Replay.Listener {
    private static final Logger LOG = Logger.getLogger(Playback.class);

    private final Switchboard board;
    private final SocketWriter writer;
    private final Conversation conversation;
    private final UUID visitor;
    private final Replay replay;
    private final Set<UUID> unacknowledged = new HashSet<>();

    Playback(Switchboard board, SocketWriter writer, Context context, Conversation conversation, UUID visitor,
            long since) {
        this.board = board;
        this.writer = writer;
        this.conversation = conversation;
        this.visitor = visitor;
        // A client that claims to have seen what was never said, as after a restore from a backup, gets everything.
        this.replay = new Replay(board.feed(), board.conversations(), context, conversation.tenant(),
                conversation.id(), since > conversation.lastSeq() ? 0 : since, this);
    }

    UUID conversation() {
        return conversation.id();
    }

    /** For a client that knows already which conversation this is. */
    void goOn() {
        replay.begin();
    }

    void start() {
        writer.send(Frames.ready(conversation, board.config().heartbeat().toSeconds()));
        if (conversation.state() instanceof Waiting) {
            sendState(conversation);
        }
        replay.begin();
    }

    Uni<Void> caughtUp() {
        return replay.caughtUp();
    }

    void end() {
        replay.end();
    }

    /** The ack of this message must go out before the message itself. */
    void expectAck(UUID clientId) {
        unacknowledged.add(clientId);
    }

    boolean forgetAck(UUID clientId) {
        return unacknowledged.remove(clientId);
    }

    @Override
    public void broke(Throwable failure) {
        LOG.errorf(failure, "conversation=%s could not be read", conversation.id());
        writer.close(CloseCodes.RESTARTING);
    }

    @Override
    public void happened(ConversationEvent event) {
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
            // Another browser's customer: the tab gets a session of its own anew.
            case VisitorJoined joined -> {
                if (!joined.visitor().equals(visitor)) {
                    end();
                    writer.close(CloseCodes.TOKEN);
                }
            }
            case StaffOnly none -> {
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
        board.handoffs().place(now).subscribe().with(
                place -> writer.send(place == null
                        ? Frames.PLAIN.state(now)
                        : Frames.PLAIN.state(now, new Queue(place.position(), place.etaSeconds()))),
                failure -> writer.send(Frames.PLAIN.state(now)));
    }
}
