package dev.parley.widget;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.Message;
import dev.parley.feed.ConversationFeed.Following;
import io.vertx.core.Context;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Plays one conversation to one socket: what it missed from the tables, then what happens from the feed, each message once and in order.
 * While it reads the tables, events wait. Used on one context only.
 */
final class Playback {
    private static final Logger LOG = Logger.getLogger(Playback.class);
    private static final int PAGE = 200;

    private final Switchboard board;
    private final SocketWriter writer;
    private final Context context;
    private final Conversation conversation;
    private final List<ConversationEvent> held = new ArrayList<>();
    private final Set<UUID> unacknowledged = new HashSet<>();
    private long lastSent;
    private boolean reading = true;
    private boolean ended;
    private @Nullable Following following;

    Playback(Switchboard board, SocketWriter writer, Context context, Conversation conversation, long since) {
        this.board = board;
        this.writer = writer;
        this.context = context;
        this.conversation = conversation;
        // A client that claims to have seen what was never said, as after a restore from a backup, gets everything.
        this.lastSent = since > conversation.lastSeq() ? 0 : since;
    }

    UUID conversation() {
        return conversation.id();
    }

    void start() {
        following = board.feed().follow(conversation.tenant(), conversation.id(),
                event -> context.runOnContext(ignored -> take(event)));
        writer.send(board.frames().ready(conversation, board.config().heartbeat().toSeconds()));
        if (conversation.state() instanceof Waiting) {
            sendState(conversation);
        }
        read();
    }

    void end() {
        ended = true;
        if (following != null) {
            following.close();
        }
    }

    /** The ack of this message must go out before the message itself. */
    void expectAck(UUID clientId) {
        unacknowledged.add(clientId);
    }

    boolean forgetAck(UUID clientId) {
        return unacknowledged.remove(clientId);
    }

    private void read() {
        reading = true;
        board.conversations().messagesSince(conversation.tenant(), conversation.id(), lastSent, PAGE)
                .subscribe().with(this::wasRead, failure -> {
                    LOG.errorf(failure, "conversation=%s could not be read", conversation.id());
                    writer.close(CloseCodes.RESTARTING);
                });
    }

    private void wasRead(List<Message> messages) {
        if (ended) {
            return;
        }
        messages.forEach(this::sendMessage);
        if (messages.size() == PAGE) {
            read();
            return;
        }
        reading = false;
        List<ConversationEvent> waiting = List.copyOf(held);
        held.clear();
        Set<UUID> overAlready = answersSentAsMessages(waiting);
        waiting.stream().filter(event -> !isOf(overAlready, event)).forEach(this::take);
    }

    /** An answer whose message has just been sent from the tables must not begin again on the screen. */
    private Set<UUID> answersSentAsMessages(List<ConversationEvent> events) {
        Set<UUID> over = new HashSet<>();
        for (ConversationEvent event : events) {
            if (event instanceof AnswerEnded ended && ended.seq() != 0 && ended.seq() <= lastSent) {
                over.add(ended.answer());
            }
        }
        return over;
    }

    private static boolean isOf(Set<UUID> answers, ConversationEvent event) {
        return switch (event) {
            case AnswerBegan began -> answers.contains(began.answer());
            case AnswerGrew grew -> answers.contains(grew.answer());
            case AnswerEnded over -> answers.contains(over.answer());
            case MessageStored stored -> false;
            case OwnerChanged changed -> false;
            case Typing typing -> false;
        };
    }

    private void take(ConversationEvent event) {
        if (ended) {
            return;
        }
        if (reading) {
            held.add(event);
            return;
        }
        switch (event) {
            case MessageStored stored -> message(stored);
            case AnswerBegan began -> writer.send(board.frames().frame(began));
            case AnswerGrew grew -> writer.send(board.frames().frame(grew));
            case AnswerEnded over -> writer.send(board.frames().frame(over));
            case OwnerChanged changed -> sendState(changed.now());
            case Typing typing -> {
                if (typing.author() != Author.VISITOR) {
                    writer.send(board.frames().frame(typing));
                }
            }
        }
    }

    /** Two commits may be told in the wrong order; the tables have the right one. */
    private void message(MessageStored stored) {
        if (stored.message().seq() > lastSent + 1) {
            held.add(stored);
            read();
        } else {
            sendMessage(stored.message());
        }
    }

    private void sendMessage(Message message) {
        if (message.seq() <= lastSent) {
            return;
        }
        lastSent = message.seq();
        UUID clientId = message.clientId();
        if (clientId != null && forgetAck(clientId)) {
            writer.send(board.frames().ack(clientId.toString(), message));
        }
        writer.send(board.frames().frame(message));
    }

    private void sendState(Conversation now) {
        board.handoffs().queuePosition(now).subscribe().with(
                position -> writer.send(board.frames().state(now, position)),
                failure -> writer.send(board.frames().state(now, null)));
    }
}
