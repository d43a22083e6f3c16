package dev.parley.feed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.conversation.ConversationEvent;
import dev.parley.tenant.TenantId;

/** A follower first gets the answer in progress with its text so far, then every event in order. */
@ApplicationScoped
public class ConversationFeed {
    private final Map<UUID, Channel> channels = new ConcurrentHashMap<>();
    private final Map<TenantId, List<Consumer<ConversationEvent>>> ofTenants = new ConcurrentHashMap<>();

    /** Events in progress may still arrive after {@link #close}. */
    public interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /** Never delivers events of another tenant's conversation. */
    public Following follow(TenantId tenant, UUID conversation, Consumer<ConversationEvent> follower) {
        Consumer<ConversationEvent> own = event -> {
            if (event.tenant().equals(tenant)) {
                follower.accept(event);
            }
        };
        inChannel(conversation, channel -> channel.add(own));
        return () -> inChannel(conversation, channel -> channel.remove(own));
    }

    /** All events of a tenant, as a hint to refresh. */
    public Following followAll(TenantId tenant, Consumer<ConversationEvent> follower) {
        ofTenants.computeIfAbsent(tenant, id -> new CopyOnWriteArrayList<>()).add(follower);
        return () -> ofTenants.computeIfPresent(tenant, (id, followers) -> {
            followers.remove(follower);
            return followers.isEmpty() ? null : followers;
        });
    }

    /** Also without followers: one who joins during an answer needs its beginning. */
    void distribute(@Observes ConversationEvent event) {
        inChannel(event.conversation(), channel -> channel.pass(event));
        ofTenants.getOrDefault(event.tenant(), List.of()).forEach(follower -> follower.accept(event));
    }

    /** Runs outside the map's lock, since a follower may close and thereby come here again. */
    private void inChannel(UUID conversation, Consumer<Channel> work) {
        Channel channel = channels.compute(conversation, (id, open) -> (open == null ? new Channel() : open).enter());
        try {
            synchronized (channel) {
                work.accept(channel);
            }
        } finally {
            channels.computeIfPresent(conversation, (id, open) -> open.leave() ? null : open);
        }
    }

    /** Conversations with a follower or a running answer. */
    public Set<UUID> open() {
        return Set.copyOf(channels.keySet());
    }
}
