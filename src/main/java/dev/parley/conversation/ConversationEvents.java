package dev.parley.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Tells whoever listens, in this process, what happened in a conversation. Listeners must be quick and must not block. */
@ApplicationScoped
public class ConversationEvents {
    private final Event<ConversationEvent> event;

    ConversationEvents(Event<ConversationEvent> event) {
        this.event = event;
    }

    public void tell(ConversationEvent happened) {
        event.fire(happened);
    }
}
