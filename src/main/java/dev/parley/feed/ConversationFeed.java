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
        channels.compute(conversation, (id, channel) -> {
            Channel open = channel == null ? new Channel() : channel;
            open.add(own);
            return open;
        });
        return () -> channels.computeIfPresent(conversation, (id, channel) -> {
            channel.remove(own);
            return channel.isIdle() ? null : channel;
        });
    }

    void distribute(@Observes ConversationEvent event) {
        // Also without a follower: one who comes in the middle of an answer must hear its beginning.
        channels.compute(event.conversation(), (id, channel) -> {
            Channel open = channel == null ? new Channel() : channel;
            open.pass(event);
            return open.isIdle() ? null : open;
        });
    }

    /** How many conversations are followed or being answered; for metrics and for tests of leaks. */
    public int size() {
        return channels.size();
    }
}
