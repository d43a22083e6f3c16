package dev.parley.feed.bus;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.event.Event;

import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationEvents;
import dev.parley.conversation.ConversationOpened;
import dev.parley.conversation.Conversations;
import dev.parley.feed.ConversationFeed;
import dev.parley.platform.AllowanceTaken;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import org.jboss.logging.Logger;

/**
 * Turns hints of other replicas into this one's events. What a hint lacks is read from the tables, and hints of the same
 * conversation wait for that. Confined to one context.
 */
final class Arrivals {
    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    private final ConversationFeed feed;
    private final ConversationEvents events;
    private final Conversations conversations;
    private final Event<AllowanceTaken.Elsewhere> allowances;
    private final Context context;
    private final InOrder inOrder = new InOrder();

    Arrivals(ConversationFeed feed, ConversationEvents events, Conversations conversations,
            Event<AllowanceTaken.Elsewhere> allowances, Context context) {
        this.feed = feed;
        this.events = events;
        this.conversations = conversations;
        this.allowances = allowances;
        this.context = context;
    }

    void take(Hint hint) {
        switch (hint) {
            case Hint.Taken taken -> allowances.fire(new AllowanceTaken.Elsewhere(
                    new AllowanceTaken(taken.limit(), taken.key(), taken.perMinute(), taken.tokens())));
            case Hint.OfConversation about -> take(about);
        }
    }

    private void take(Hint.OfConversation hint) {
        inOrder.add(hint.conversation(), () -> switch (hint) {
            case Hint.Stored stored -> message(stored);
            case Hint.Moved moved -> owner(new TenantId(moved.tenant()), moved.conversation());
            case Hint.Opened opened -> {
                events.tellArrived(new ConversationOpened(new TenantId(opened.tenant()), opened.conversation(),
                        opened.visitor()));
                yield Uni.createFrom().voidItem();
            }
            default -> {
                hint.event().ifPresent(events::tellArrived);
                yield Uni.createFrom().voidItem();
            }
        });
    }

    private Uni<Void> message(Hint.Stored stored) {
        TenantId tenant = new TenantId(stored.tenant());
        return !feed.isFollowed(tenant, stored.conversation())
                ? Uni.createFrom().voidItem()
                : here(stored.conversation(),
                        conversations.messagesSince(tenant, stored.conversation(), stored.seq() - 1, 1),
                        messages -> messages.forEach(message -> events
                                .tellArrived(new MessageStored(tenant, stored.conversation(), message))));
    }

    private Uni<Void> owner(TenantId tenant, UUID conversation) {
        return !feed.isFollowed(tenant, conversation)
                ? Uni.createFrom().voidItem()
                : here(conversation, conversations.get(tenant, conversation),
                        now -> events.tellArrived(new OwnerChanged(tenant, conversation, now)));
    }

    /** After a gap: the messages after {@code since}, and the owner if that has changed. */
    void reread(TenantId tenant, UUID conversation, long since, boolean messages, boolean owner) {
        if (owner) {
            inOrder.add(conversation, () -> owner(tenant, conversation));
        }
        if (messages) {
            inOrder.add(conversation, () -> here(conversation,
                    conversations.messagesSince(tenant, conversation, since, Rereading.MAX_MESSAGES),
                    found -> found.forEach(message -> {
                        MessageStored stored = new MessageStored(tenant, conversation, message);
                        events.tellArrived(stored);
                        feed.endForeign(stored);
                    })));
        }
    }

    /** What cannot be read now is read after the next gap, or by the client when it reconnects. */
    private <T> Uni<Void> here(UUID conversation, Uni<T> read, Consumer<T> tell) {
        return read.emitOn(command -> context.runOnContext(ignored -> command.run()))
                .invoke(tell)
                .onFailure().invoke(failure -> LOG.warnf("conversation=%s of another replica could not be read: %s",
                        conversation, failure))
                .onFailure().recoverWithNull()
                .replaceWithVoid();
    }
}
