package dev.parley.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;

/** Publishes events in this process. Listeners must be quick and must not block. */
@ApplicationScoped
public class ConversationEvents {
    private final Event<ConversationEvent> event;
    private final Event<ConversationOpened> openings;

    ConversationEvents(Event<ConversationEvent> event, Event<ConversationOpened> openings) {
        this.event = event;
        this.openings = openings;
    }

    void tell(ConversationOpened opened) {
        openings.fire(opened);
    }

    public void tell(ConversationEvent happened) {
        event.fire(happened);
    }

    /** The change of owner comes before its notice. */
    public Conversation told(OwnerChangeRepository.Changed changed) {
        Conversation now = changed.conversation();
        if (changed.moved()) {
            tell(new OwnerChanged(now.tenant(), now.id(), now, changed.begun()));
        }
        if (changed.notice() != null) {
            tell(new MessageStored(now.tenant(), now.id(), changed.notice()));
        }
        return now;
    }
}
