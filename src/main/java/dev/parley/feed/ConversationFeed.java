package dev.parley.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.conversation.ArrivedEvent;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.lookup.Standing;
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
        inChannel(conversation, channel -> {
            channel.know(tenant, Channel.UNKNOWN, Channel.UNKNOWN);
            channel.add(own);
        });
        return () -> inChannel(conversation, channel -> channel.remove(own));
    }

    /** What a follower has learned from the tables. */
    public void know(Conversation now) {
        Channel channel = channels.get(now.id());
        if (channel != null) {
            synchronized (channel) {
                channel.know(now.tenant(), now.lastSeq(), now.epoch());
            }
        }
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
        tellFollowersOfAll(event);
    }

    /** Of another replica. */
    void distribute(@Observes ArrivedEvent arrived) {
        ConversationEvent event = arrived.event();
        inChannel(event.conversation(), channel -> channel.passArrived(event));
        tellFollowersOfAll(event);
    }

    private void tellFollowersOfAll(ConversationEvent event) {
        ofTenants.getOrDefault(event.tenant(), List.of()).forEach(follower -> follower.accept(event));
    }

    /** A conversation in which something changed that the consoles should read; its own followers know. */
    public void refresh(TenantId tenant, UUID conversation) {
        tellFollowersOfAll(new StaffOnly(tenant, conversation, null));
    }

    /** See {@link Channel#endForeign}. */
    public void endForeign(MessageStored stored) {
        inChannel(stored.conversation(), channel -> channel.endForeign(stored.message()));
    }

    /** True if anything on this replica depends on the conversation. */
    public boolean isFollowed(TenantId tenant, UUID conversation) {
        return channels.containsKey(conversation) || ofTenants.containsKey(tenant);
    }

    public Set<TenantId> followedTenants() {
        return Set.copyOf(ofTenants.keySet());
    }

    /** How far the followers of each conversation have been told. */
    public List<Standing> standings() {
        List<Standing> standings = new ArrayList<>();
        channels.forEach((conversation, channel) -> {
            synchronized (channel) {
                Standing standing = channel.standing(conversation);
                if (standing != null) {
                    standings.add(standing);
                }
            }
        });
        return standings;
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
