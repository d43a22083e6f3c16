package dev.parley.console;

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
import dev.parley.feed.Frames;
import dev.parley.feed.Replay;
import io.vertx.core.Context;
import org.jboss.logging.Logger;

/** Shows one conversation on one agent's socket, as it was and as it goes on. Used on one context only. */
final class WatchedConversation implements Replay.Listener {
    private static final Logger LOG = Logger.getLogger(WatchedConversation.class);

    private final Office office;
    private final AgentWriter writer;
    private final Conversation conversation;
    private final String ownConnection;
    private final Replay replay;

    WatchedConversation(Office office, AgentWriter writer, Context context, Conversation conversation, long since,
            String ownConnection) {
        this.office = office;
        this.writer = writer;
        this.conversation = conversation;
        this.ownConnection = ownConnection;
        this.replay = new Replay(office.wire().feed(), office.work().conversations(), context, conversation.tenant(),
                conversation.id(), since > conversation.lastSeq() ? 0 : since, this);
    }

    void begin() {
        writer.send(office.wire().agentFrames().watching(conversation));
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
        Frames frames = office.wire().frames();
        switch (event) {
            case MessageStored stored -> tell(frames.frame(stored.message()));
            case AnswerBegan began -> tell(frames.frame(began));
            case AnswerGrew grew -> tell(frames.frame(grew));
            case AnswerEnded over -> tell(frames.frame(over));
            case OwnerChanged changed -> tell(frames.state(changed.now()));
            case Typing typing -> {
                if (!ownConnection.equals(typing.origin())) {
                    tell(AgentFrames.by(typing.agent(), frames.frame(typing)));
                }
            }
            case VisitorJoined joined -> {
            }
            // Notes go to the whole room, which knows who must be told besides.
            case StaffOnly staffOnly -> {
            }
        }
    }

    private void tell(String frame) {
        writer.send(AgentFrames.in(conversation.id(), frame));
    }
}
