package dev.parley.handoff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agents;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.handoff.HandoffSettings.WhenNobody;
import dev.parley.handoff.RoundRobin.Candidate;
import dev.parley.language.Language;
import dev.parley.language.Sentence;
import dev.parley.language.Sentences;
import dev.parley.platform.OneByOne;
import dev.parley.tenant.TenantId;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Assigns waiting visitors and ends hopeless waiting. Every replica tries; the conversation's lock lets one win. */
@ApplicationScoped
class WaitingVisitorsJob {
    private static final int AT_ONCE = 50;

    private final WaitingVisitors queue;
    private final HandoffSettingsStore rules;
    private final Claims claims;
    private final Agents agents;
    private final Conversations conversations;
    private final TeamMail mail;
    private final Sentences sentences;
    private final OneByOne oneByOne;
    private final Clock clock;

    WaitingVisitorsJob(WaitingVisitors queue, HandoffSettingsStore rules, Claims claims, Agents agents,
            Conversations conversations,
            TeamMail mail, Sentences sentences, OneByOne oneByOne, Clock clock) {
        this.queue = queue;
        this.rules = rules;
        this.claims = claims;
        this.agents = agents;
        this.conversations = conversations;
        this.mail = mail;
        this.sentences = sentences;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> see() {
        return queue.busy().chain(shops -> oneByOne.each("waiting_line", shops, TenantId::value, this::seeTo))
                .replaceWithVoid();
    }

    Uni<Void> seeTo(TenantId tenant) {
        return rules.of(tenant)
                .chain(settings -> queue.waiting(tenant, clock.instant(), AT_ONCE)
                        .chain(waiting -> queue.there(tenant, settings.capacity())
                                .chain(there -> each(tenant, settings, waiting, there))));
    }

    private Uni<Void> each(TenantId tenant, HandoffSettings settings, List<WaitingVisitors.Waiting> waiting,
            List<Candidate> there) {
        if (waiting.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (there.isEmpty() || !rules.openNow(settings)) {
            List<WaitingVisitors.Waiting> tooLong = waiting.stream()
                    .filter(each -> !each.forTheTeam()
                            && clock.instant().isAfter(each.since().plus(settings.patience())))
                    .toList();
            return oneByOne.each("waiting_line", tooLong, each -> each.waiting().conversation(),
                    each -> giveUp(tenant, settings, each.waiting().conversation())).replaceWithVoid();
        }
        // One per round: the next round counts the workload again.
        return settings.assign() ? assign(tenant, waiting, there) : Uni.createFrom().voidItem();
    }

    private Uni<Void> assign(TenantId tenant, List<WaitingVisitors.Waiting> waiting, List<Candidate> there) {
        Candidate chosen = null;
        UUID conversation = null;
        for (WaitingVisitors.Waiting each : waiting) {
            chosen = RoundRobin.choose(each.waiting(), there).orElse(null);
            if (chosen != null) {
                conversation = each.waiting().conversation();
                break;
            }
        }
        return chosen == null || conversation == null
                ? Uni.createFrom().voidItem()
                : giveOrPass(tenant, chosen.agent(), conversation, waiting, there);
    }

    /** A visitor who cannot be assigned must not block the next. */
    private Uni<Void> giveOrPass(TenantId tenant, UUID agent, UUID conversation, List<WaitingVisitors.Waiting> waiting,
            List<Candidate> there) {
        return oneByOne.each("waiting_line", List.of(conversation), id -> id, id -> give(tenant, agent, id))
                .chain(failed -> failed.isEmpty()
                        ? seeTo(tenant)
                        : assign(tenant, waiting.stream()
                                .filter(each -> !each.waiting().conversation().equals(conversation)).toList(), there));
    }

    private Uni<Void> give(TenantId tenant, UUID agent, UUID conversation) {
        return agents.get(tenant, agent)
                .chain(to -> claims.give(to, conversation))
                .chain(() -> queue.assigned(tenant, agent, clock.instant()));
    }

    private Uni<Void> giveUp(TenantId tenant, HandoffSettings settings, UUID conversation) {
        if (settings.whenNobody() == WhenNobody.WAIT) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        boolean ask = settings.whenNobody() != WhenNobody.BACK_TO_BOT;
        AtomicBoolean gaveUp = new AtomicBoolean();
        return sentences.of(tenant).chain(voice -> conversations.change(tenant, conversation, found -> {
            Instant since = found.waitingSince();
            gaveUp.set(found.state() instanceof ConversationState.Waiting && since != null
                    && now.isAfter(since.plus(settings.patience())));
            return gaveUp.get()
                    ? new OwnerChange(new ConversationState.Waiting().returnToBot(),
                            voice.say(ask ? Sentence.LEAVE_A_MESSAGE : Sentence.NOBODY,
                                    Language.of(found.locale())),
                            null, ask)
                    : null;
            // Only on the replica that made the change.
        })).invoke(() -> mail.asked(gaveUp.get() && settings.whenNobody() == WhenNobody.MAIL ? settings.mailTo() : null,
                conversation)).replaceWithVoid();
    }
}
