package dev.parley.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.ConversationState.Closed;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.Replied;
import dev.parley.conversation.Reply;
import dev.parley.conversation.answer.Answers;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.language.Language;
import dev.parley.language.Sentence;
import dev.parley.language.Sentences;
import dev.parley.language.ShopSentences;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Handoffs {
    private static final int MAX_CLAIMS = 50;
    /** A repeated request within this time gets no second notice. */
    private static final Duration ONCE = Duration.ofSeconds(10);

    private final Conversations conversations;
    private final Answers answers;
    private final TeamAvailability team;
    private final TeamMail mail;
    private final WaitRepository waits;
    private final Sentences sentences;
    private final Clock clock;

    Handoffs(Conversations conversations, Answers answers, TeamAvailability team, TeamMail mail, WaitRepository waits,
            Sentences sentences, Clock clock) {
        this.conversations = conversations;
        this.answers = answers;
        this.team = team;
        this.mail = mail;
        this.waits = waits;
        this.sentences = sentences;
        this.clock = clock;
    }

    public Uni<Conversation> request(TenantId tenant, UUID conversation) {
        return request(tenant, conversation, HandoffCause.asked(HandoffBy.VISITOR, null));
    }

    /** Queues the visitor, or lets the bot continue outside office hours ({@link WhenAsked}). Idempotent. */
    public Uni<Conversation> request(TenantId tenant, UUID conversation, HandoffCause cause) {
        Instant now = clock.instant();
        AtomicReference<@Nullable HandoffPlan> followed = new AtomicReference<>();
        return team.of(tenant)
                .chain(staffed -> conversations.change(tenant, conversation, found -> {
                    HandoffPlan plan = staffed.plan(found, cause, now);
                    OwnerChange change = toPerson(found, plan, now);
                    followed.set(change == null ? null : plan);
                    return change;
                }))
                .invoke(() -> mail.told(followed.get(), conversation));
    }

    static @Nullable OwnerChange toPerson(Conversation found, HandoffPlan plan, Instant now) {
        Instant before = found.handedOffAt();
        return switch (found.state()) {
            case WithBot bot when !plan.waits() && before != null && now.isBefore(before.plus(ONCE)) -> null;
            case WithBot bot -> plan.change();
            case Closed closed -> plan.change();
            case Waiting waiting -> null;
            case WithAgent with -> null;
        };
    }

    /** Plans a handoff for the bot to announce and {@link #handOff} to carry out. */
    public Uni<HandoffPlan> plan(TenantId tenant, UUID conversation, HandoffCause cause) {
        Instant now = clock.instant();
        return conversations.get(tenant, conversation)
                .chain(found -> team.of(tenant).map(staffed -> staffed.plan(found, cause, now)));
    }

    /** Stores the reply and hands over atomically. If the bot continues, the reply is the only notice. */
    public Uni<Replied> handOff(RunningAnswer answer, Reply reply, HandoffPlan plan) {
        return answers.replyAndHandOff(answer, reply, plan.toldByTheBot())
                .invoke(replied -> mail.told(replied.message() == null ? null : plan, answer.conversation()));
    }

    /** A system message; the owner does not change. */
    public Uni<Void> tell(TenantId tenant, UUID conversation, String text) {
        return conversations.change(tenant, conversation, found -> new OwnerChange(found.state(), text))
                .replaceWithVoid();
    }

    /** See {@link Conversations#summarize}. */
    public Uni<Boolean> summarize(TenantId tenant, UUID conversation, int epoch, String summary) {
        return conversations.summarize(tenant, conversation, epoch, summary);
    }

    /** Any owner. Idempotent. */
    public Uni<Conversation> close(TenantId tenant, UUID conversation) {
        return sentences.of(tenant)
                .chain(voice -> conversations.change(tenant, conversation, now -> toClosed(now, voice)));
    }

    static @Nullable OwnerChange toClosed(Conversation now, ShopSentences voice) {
        ConversationState closed = switch (now.state()) {
            case WithBot bot -> bot.close();
            case Waiting waiting -> waiting.close();
            case WithAgent with -> with.close();
            case Closed already -> null;
        };
        return closed == null ? null : new OwnerChange(closed, voice.say(Sentence.CLOSED, Language.of(now.locale())));
    }

    /** Null unless the visitor waits. */
    public Uni<@Nullable Place> place(Conversation conversation) {
        Instant since = conversation.waitingSince();
        Instant now = clock.instant();
        return since == null
                ? Uni.createFrom().nullItem()
                : conversations.queuePosition(conversation.tenant(), since)
                        .chain(position -> waits
                                .claimsSince(conversation.tenant(), now.minus(Place.RECENT), MAX_CLAIMS)
                                .map(claims -> Place.of(position, claims, now)));
    }
}
