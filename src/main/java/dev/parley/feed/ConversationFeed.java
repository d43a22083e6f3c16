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

/**
 * Follows conversations. A follower first hears of the answer that is being written, as its beginning and all its text so far, and then
 * every event, one at a time, in the order in which it happened.
 */
@ApplicationScoped
public class ConversationFeed {
    private final Map<UUID, Channel> channels = new ConcurrentHashMap<>();
    private final Map<TenantId, List<Consumer<ConversationEvent>>> ofTenants = new ConcurrentHashMap<>();

    /** Ends with {@link #close}; events that are under way may still arrive. */
    public interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /** The tenant is the follower's; events of another tenant's conversation do not reach it, whatever id it names. */
    public Following follow(TenantId tenant, UUID conversation, Consumer<ConversationEvent> follower) {
        Consumer<ConversationEvent> own = event -> {
            if (event.tenant().equals(tenant)) {
                follower.accept(event);
            }
        };
        inChannel(conversation, channel -> channel.add(own));
        return () -> inChannel(conversation, channel -> channel.remove(own));
    }

    /** All that happens in any of the tenant's conversations, as it comes: a hint to look. */
    public Following followAll(TenantId tenant, Consumer<ConversationEvent> follower) {
        ofTenants.computeIfAbsent(tenant, id -> new CopyOnWriteArrayList<>()).add(follower);
        return () -> ofTenants.computeIfPresent(tenant, (id, followers) -> {
            followers.remove(follower);
            return followers.isEmpty() ? null : followers;
        });
    }

    /** Also without a follower: one who comes in the middle of an answer must hear its beginning. */
    void distribute(@Observes ConversationEvent event) {
        inChannel(event.conversation(), channel -> channel.pass(event));
        ofTenants.getOrDefault(event.tenant(), List.of()).forEach(follower -> follower.accept(event));
    }

    /** Not within the map's own lock: a follower may close, and thereby come here again, while it hears. */
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

    /** The conversations that are followed or being answered. */
    public Set<UUID> open() {
        return Set.copyOf(channels.keySet());
    }
}
