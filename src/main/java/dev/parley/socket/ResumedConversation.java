package dev.parley.socket;

import java.util.function.Consumer;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.Conversations;
import dev.parley.feed.ConversationFeed;
import dev.parley.feed.Replay;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** A conversation's events from where the client left off. Confined to the session's context. */
public final class ResumedConversation implements Replay.Listener {
    private static final Logger LOG = Logger.getLogger(ResumedConversation.class);

    private final ConversationFeed feed;
    private final Conversation conversation;
    private final SocketSession<?> session;
    private final Consumer<ConversationEvent> listener;
    private final Replay replay;

    /** A {@code since} beyond the last message, as after a restore from backup, replays everything. */
    public ResumedConversation(ConversationFeed feed, Conversations conversations, SocketSession<?> session,
            Conversation conversation, long since, Consumer<ConversationEvent> listener) {
        this.feed = feed;
        this.conversation = conversation;
        this.session = session;
        this.listener = listener;
        this.replay = new Replay(feed, conversations, session.context(), conversation.tenant(), conversation.id(),
                since > conversation.lastSeq() ? 0 : since, this);
    }

    public void begin() {
        replay.begin();
        feed.know(conversation);
    }

    /** See {@link Replay#caughtUp}. */
    public Uni<Void> caughtUp() {
        return replay.caughtUp();
    }

    public void end() {
        replay.end();
    }

    @Override
    public void happened(ConversationEvent event) {
        listener.accept(event);
    }

    /** The client will reconnect and resume. */
    @Override
    public void broke(Throwable failure) {
        LOG.errorf(failure, "conversation=%s could not be read", conversation.id());
        session.writer().close(CloseCode.RESTARTING);
    }
}
