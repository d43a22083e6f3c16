package dev.parley.handoff;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.ConversationState.Closed;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.Handover;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Asks for a person, and ends conversations. */
@ApplicationScoped
public class Handoffs {
    private final Conversations conversations;

    Handoffs(Conversations conversations) {
        this.conversations = conversations;
    }

    /** The bot falls silent and the visitor waits in line. Asking again changes nothing. */
    public Uni<Conversation> request(TenantId tenant, UUID conversation) {
        return conversations.change(tenant, conversation, Handoffs::toPerson);
    }

    static @Nullable Handover toPerson(Conversation now) {
        return switch (now.state()) {
            case WithBot bot -> new Handover(bot.requestPerson(), Notices.waiting(now.locale()));
            case Closed closed -> new Handover(closed.reopen().requestPerson(), Notices.waiting(now.locale()));
            case Waiting waiting -> null;
            case WithAgent with -> null;
        };
    }

    /** Ends the conversation, whoever owns it. Closing again changes nothing. */
    public Uni<Conversation> close(TenantId tenant, UUID conversation) {
        return conversations.change(tenant, conversation, Handoffs::toClosed);
    }

    static @Nullable Handover toClosed(Conversation now) {
        ConversationState closed = switch (now.state()) {
            case WithBot bot -> bot.close();
            case Waiting waiting -> waiting.close();
            case WithAgent with -> with.close();
            case Closed already -> null;
        };
        return closed == null ? null : new Handover(closed, Notices.closed(now.locale()));
    }

    /** Place in line, from 1; null for a visitor who does not wait. */
    public Uni<@Nullable Long> queuePosition(Conversation conversation) {
        return conversation.waitingSince() == null
                ? Uni.createFrom().nullItem()
                : conversations.queuePosition(conversation.tenant(), conversation.waitingSince());
    }
}
