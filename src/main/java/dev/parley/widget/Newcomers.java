package dev.parley.widget;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.conversation.ConversationOpened;

/** The open sockets of visitors who have no conversation yet: they hear of the first, whichever tab of theirs, or whoever else, opens it. */
@ApplicationScoped
class Newcomers {
    private final Map<UUID, List<Consumer<ConversationOpened>>> waiting = new ConcurrentHashMap<>();

    /** Returns what ends it. */
    Runnable await(UUID visitor, Consumer<ConversationOpened> listener) {
        waiting.computeIfAbsent(visitor, id -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> waiting.computeIfPresent(visitor, (id, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    void opened(@Observes ConversationOpened event) {
        waiting.getOrDefault(event.visitor(), List.of()).forEach(listener -> listener.accept(event));
    }
}
