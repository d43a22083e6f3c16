package dev.parley.console.live;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

import dev.parley.conversation.Conversation;
import dev.parley.socket.SocketWriter;
import org.jspecify.annotations.Nullable;

/** The conversations of one agent's session. Confined to its context, except for queries. */
final class WatchedConversations {
    private final AgentServices services;
    private final AgentSocketSession session;
    private final String socket;
    private final SocketWriter writer;
    private final SequencedMap<UUID, WatchedConversation> watched = new LinkedHashMap<>();
    private boolean over;
    private volatile @Nullable UUID onScreen;
    private volatile Set<UUID> ids = Set.of();

    WatchedConversations(AgentServices services, AgentSocketSession session, String socket, SocketWriter writer) {
        this.services = services;
        this.session = session;
        this.socket = socket;
        this.writer = writer;
    }

    /** The latest one. */
    @Nullable
    UUID onScreen() {
        return onScreen;
    }

    boolean contains(UUID conversation) {
        return ids.contains(conversation);
    }

    boolean hasRoomFor(UUID conversation) {
        return watched.size() < services.config().watched() || watched.containsKey(conversation);
    }

    void watch(Conversation conversation, long since) {
        unwatch(conversation.id());
        if (!over) {
            WatchedConversation fresh = new WatchedConversation(services, session, socket, writer, conversation, since);
            watched.put(conversation.id(), fresh);
            show(conversation.id());
            fresh.begin();
        }
    }

    void unwatch(UUID conversation) {
        WatchedConversation former = watched.remove(conversation);
        if (former != null) {
            former.end();
            show(watched.isEmpty() ? null : watched.sequencedKeySet().getLast());
        }
    }

    void end() {
        over = true;
        watched.values().forEach(WatchedConversation::end);
        watched.clear();
    }

    private void show(@Nullable UUID conversation) {
        onScreen = conversation;
        ids = Set.copyOf(watched.keySet());
        session.tellColleagues();
    }
}
