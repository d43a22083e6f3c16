package dev.parley.widget;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.conversation.ArrivedOpening;
import dev.parley.conversation.ConversationOpened;

/** Sockets of visitors without a conversation, to inform them of the first one, opened by any tab. */
@ApplicationScoped
class FirstConversationListeners {
    private final Map<UUID, List<Consumer<ConversationOpened>>> waiting = new ConcurrentHashMap<>();

    /** Returns a function that ends it. */
    Runnable await(UUID visitor, Consumer<ConversationOpened> listener) {
        waiting.computeIfAbsent(visitor, id -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> waiting.computeIfPresent(visitor, (id, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    void arrived(@Observes ArrivedOpening arrived) {
        opened(arrived.opened());
    }

    void opened(@Observes ConversationOpened event) {
        waiting.getOrDefault(event.visitor(), List.of()).forEach(listener -> listener.accept(event));
    }
}
