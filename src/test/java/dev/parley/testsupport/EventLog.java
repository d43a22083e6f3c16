package dev.parley.testsupport;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.conversation.ConversationEvent;

/** Events of conversations, in order. */
@ApplicationScoped
public class EventLog {
    private final Queue<ConversationEvent> told = new ConcurrentLinkedQueue<>();

    void note(@Observes ConversationEvent event) {
        told.add(event);
    }

    public List<ConversationEvent> of(UUID conversation) {
        return told.stream().filter(event -> event.conversation().equals(conversation)).toList();
    }

    public <T extends ConversationEvent> List<T> of(UUID conversation, Class<T> kind) {
        return of(conversation).stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
