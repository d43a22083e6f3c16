package dev.parley.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.lookup.Workload;
import dev.parley.conversation.lookup.Workload.Unanswered;
import dev.parley.handoff.AbsenceRules.AgentStatus;
import dev.parley.platform.OneByOne;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Reassigns conversations of absent agents, as for a new request. Every replica tries; the lock lets one win. */
@ApplicationScoped
class AbsentOwners {
    private final Workload workload;
    private final AgentStatuses statuses;
    private final TeamAvailability team;
    private final Conversations conversations;
    private final TeamMail mail;
    private final OneByOne oneByOne;
    private final Clock clock;

    AbsentOwners(Workload workload, AgentStatuses statuses, TeamAvailability team, Conversations conversations,
            TeamMail mail,
            OneByOne oneByOne, Clock clock) {
        this.workload = workload;
        this.statuses = statuses;
        this.team = team;
        this.conversations = conversations;
        this.mail = mail;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** Interval of the check for visitors whose agent is absent; {@code off} disables it. */
    @Scheduled(every = "{parley.handoff.absent-owners-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> see() {
        return workload.unanswered(clock.instant())
                .chain(all -> statuses.of(all.stream().map(Unanswered::agent).collect(Collectors.toSet()))
                        .chain(owners -> oneByOne.each("absent_owners",
                                all.stream().filter(each -> owners.containsKey(each.agent())).toList(),
                                Unanswered::conversation,
                                each -> seeTo(each, Objects.requireNonNull(owners.get(each.agent()))))))
                .replaceWithVoid();
    }

    private Uni<Void> seeTo(Unanswered question, AgentStatus owner) {
        Instant now = clock.instant();
        Duration unanswered = Duration.between(question.since(), now);
        return team.of(question.tenant()).chain(staffed -> AbsenceRules.isTooLong(owner, unanswered,
                staffed.settings().patience())
                        ? passOn(question, staffed, now)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> passOn(Unanswered question, TeamAvailability.StaffedTeam staffed, Instant now) {
        AtomicReference<@Nullable HandoffPlan> followed = new AtomicReference<>();
        return conversations.change(question.tenant(), question.conversation(), found -> {
            boolean still = found.state() instanceof WithAgent with && with.agent().equals(question.agent());
            HandoffPlan plan = still
                    ? staffed.plan(found, HandoffCause.asked(HandoffBy.RULE, null), now)
                    : null;
            followed.set(plan);
            // Keeps the original reason.
            return plan == null
                    ? null
                    : new OwnerChange(plan.change().state(), plan.sentence(), null, plan.change().wantsMessage());
        }).invoke(() -> mail.unanswered(followed.get(), question.conversation())).replaceWithVoid();
    }
}
