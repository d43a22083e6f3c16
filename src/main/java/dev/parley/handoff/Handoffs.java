package dev.parley.handoff;

import java.time.Clock;
import java.time.Instant;
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
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Asks for a person, and ends conversations. */
@ApplicationScoped
public class Handoffs {
    private static final int LONGEST_REASON = 500;

    private static final int MOST_CLAIMS = 50;

    private final Conversations conversations;
    private final WaitRepository waits;
    private final Clock clock;

    Handoffs(Conversations conversations, WaitRepository waits, Clock clock) {
        this.conversations = conversations;
        this.waits = waits;
        this.clock = clock;
    }

    /** The bot falls silent and the visitor waits in line. Asking again changes nothing. */
    public Uni<Conversation> request(TenantId tenant, UUID conversation) {
        return request(tenant, conversation, null);
    }

    /**
     * As above, with what the agents should know.
     *
     * @param reason in the asker's words; null or blank for none
     */
    public Uni<Conversation> request(TenantId tenant, UUID conversation, @Nullable String reason) {
        String clean = reason == null ? "" : reason.replace("\u0000", "").strip();
        if (clean.length() > LONGEST_REASON) {
            throw ParleyException.invalid("reason_too_long", "The field `reason` has at most 500 characters.");
        }
        String kept = clean.isEmpty() ? null : clean;
        return conversations.change(tenant, conversation, now -> toPerson(now, kept));
    }

    static @Nullable Handover toPerson(Conversation now, @Nullable String reason) {
        return switch (now.state()) {
            case WithBot bot -> new Handover(bot.requestPerson(), Notices.waiting(now.locale()), reason);
            case Closed closed -> new Handover(closed.reopen().requestPerson(), Notices.waiting(now.locale()), reason);
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

    /** Null for a visitor who does not wait. */
    public Uni<@Nullable Place> place(Conversation conversation) {
        Instant since = conversation.waitingSince();
        Instant now = clock.instant();
        return since == null
                ? Uni.createFrom().nullItem()
                : conversations.queuePosition(conversation.tenant(), since)
                        .chain(position -> waits
                                .claimsSince(conversation.tenant(), now.minus(Place.RECENT), MOST_CLAIMS)
                                .map(claims -> Place.of(position, claims, now)));
    }
}
