package dev.parley.turn;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.answer.Supervision;
import dev.parley.conversation.answer.Supervision.Overdue;
import dev.parley.platform.OneByOne;
import dev.parley.platform.ParleyException;
import dev.parley.turn.plan.TurnConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Releases held answers that no supervisor approves in time. Every replica tries; one succeeds. */
@ApplicationScoped
class HeldAnswers {
    private static final int AT_ONCE = 20;

    private final Supervision supervision;
    private final TurnConfig config;
    private final OneByOne oneByOne;
    private final Clock clock;

    HeldAnswers(Supervision supervision, TurnConfig config, OneByOne oneByOne, Clock clock) {
        this.supervision = supervision;
        this.config = config;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> letOverdueGo() {
        return supervision.overdue(clock.instant().minus(config.holdAtMost()), AT_ONCE)
                .chain(all -> oneByOne.each("held_answers", all, Overdue::answer, this::letGo))
                .replaceWithVoid();
    }

    private Uni<Void> letGo(Overdue overdue) {
        return supervision.release(overdue.tenant(), overdue.conversation(), overdue.answer(), null)
                .replaceWithVoid()
                // Released or handed over at the last moment.
                .onFailure(ParleyException.class).recoverWithNull();
    }
}
