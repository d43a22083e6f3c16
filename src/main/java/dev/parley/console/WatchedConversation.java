package dev.parley.console;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.feed.Frames;
import dev.parley.feed.Replay;
import io.vertx.core.Context;
import org.jboss.logging.Logger;

/** Shows one conversation on one agent's socket, as it was and as it goes on. Used on one context only. */
final class WatchedConversation implements Replay.Listener {
    private static final Logger LOG = Logger.getLogger(WatchedConversation.class);

    private final AgentWriter writer;
    private final Conversation conversation;
    private final String ownConnection;
    private final Frames frames;
    private final Replay replay;

    WatchedConversation(Office office, AgentWriter writer, Context context, Conversation conversation, long since,
            String ownConnection) {
        this.writer = writer;
        this.conversation = conversation;
        this.ownConnection = ownConnection;
        this.frames = new Frames(conversation.id());
        this.replay = new Replay(office.wire().feed(), office.work().conversations(), context, conversation.tenant(),
                conversation.id(), since > conversation.lastSeq() ? 0 : since, this);
    }

    void begin() {
        writer.send(AgentFrames.watching(conversation));
        replay.begin();
    }

    void end() {
        replay.end();
    }

    @Override
    public void broke(Throwable failure) {
        LOG.errorf(failure, "conversation=%s could not be read", conversation.id());
        writer.close(CloseCodes.RESTARTING);
    }

    @Override
    public void happened(ConversationEvent event) {
        // Notes go to the whole room, which knows who must be told besides.
        if (!(event instanceof Typing typing && ownConnection.equals(typing.origin()))) {
            frames.of(event).ifPresent(writer::send);
        }
    }
}
