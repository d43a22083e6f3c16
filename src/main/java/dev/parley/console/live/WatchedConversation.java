package dev.parley.console.live;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.feed.Frames;
import dev.parley.socket.ResumedConversation;
import dev.parley.socket.SocketWriter;

/** Shows one conversation on one agent's socket. Confined to one context. */
final class WatchedConversation {
    private final SocketWriter writer;
    private final Conversation conversation;
    private final String socket;
    private final Frames frames;
    private final ResumedConversation resumed;

    WatchedConversation(AgentServices services, AgentSocketSession session, String socket, SocketWriter writer,
            Conversation conversation,
            long since) {
        this.writer = writer;
        this.conversation = conversation;
        this.socket = socket;
        this.frames = new Frames(conversation.id());
        this.resumed = new ResumedConversation(services.feed(), services.work().conversations(), session, conversation,
                since,
                this::happened);
    }

    void begin() {
        writer.send(AgentFrames.watching(conversation));
        resumed.begin();
    }

    void end() {
        resumed.end();
    }

    /** Notes go through the shop's consoles, which also know who is mentioned. */
    private void happened(ConversationEvent event) {
        if (!(event instanceof Typing typing && socket.equals(typing.origin()))) {
            frames.of(event).ifPresent(writer::send);
        }
    }
}
