package dev.parley.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;

/** Publishes events in this process; the bus takes them to the other replicas. Listeners must be quick and must not block. */
@ApplicationScoped
public class ConversationEvents {
    private final Event<ConversationEvent> event;
    private final Event<ConversationOpened> openings;
    private final Event<ArrivedEvent> arrivals;
    private final Event<ArrivedOpening> arrivedOpenings;

    ConversationEvents(Event<ConversationEvent> event, Event<ConversationOpened> openings,
            Event<ArrivedEvent> arrivals, Event<ArrivedOpening> arrivedOpenings) {
        this.event = event;
        this.openings = openings;
        this.arrivals = arrivals;
        this.arrivedOpenings = arrivedOpenings;
    }

    /** What happened on another replica. */
    public void tellArrived(ConversationEvent happened) {
        arrivals.fire(new ArrivedEvent(happened));
    }

    public void tellArrived(ConversationOpened opened) {
        arrivedOpenings.fire(new ArrivedOpening(opened));
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
