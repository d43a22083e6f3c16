package dev.parley.feed;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Also without a follower: one who comes in the middle of an answer must hear its beginning. */
    void distribute(@Observes ConversationEvent event) {
        inChannel(event.conversation(), channel -> channel.pass(event));
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

    /** How many conversations are followed or being answered; for metrics and for tests of leaks. */
    public int size() {
        return channels.size();
    }
}
