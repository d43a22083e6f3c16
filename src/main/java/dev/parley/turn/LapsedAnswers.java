package dev.parley.turn;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.conversation.answer.Answers;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.platform.OneByOne;
import dev.parley.spend.Spend;
import dev.parley.turn.plan.CaseReader;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Picks up answers whose replica died, and gives away this one's before it stops. */
@ApplicationScoped
class LapsedAnswers {
    private static final Logger LOG = Logger.getLogger(LapsedAnswers.class);

    /** Longer than the longest that a shop may give its server. */
    private static final Duration ACTIONS_END = Duration.ofSeconds(9);

    private final Answers answers;
    private final RunningAnswers running;
    private final CaseReader reader;
    private final ActionRunner actions;
    private final Spend spend;
    private final OneByOne oneByOne;

    LapsedAnswers(Answers answers, RunningAnswers running, CaseReader reader, ActionRunner actions, Spend spend,
            OneByOne oneByOne) {
        this.answers = answers;
        this.running = running;
        this.reader = reader;
        this.actions = actions;
        this.spend = spend;
        this.oneByOne = oneByOne;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> pickUp() {
        // Just after a start nothing is found yet, and "I do not know" would be a lie.
        if (!reader.ready()) {
            return Uni.createFrom().voidItem();
        }
        return answers.takeLapsed()
                .chain(taken -> oneByOne.each("lapsed_answers", taken, RunningAnswer::id, this::takeOver))
                .replaceWithVoid();
    }

    private Uni<Void> takeOver(RunningAnswer answer) {
        LOG.infof("tenant=%s conversation=%s turn=%s taken over as attempt %d", answer.tenant(), answer.conversation(),
                answer.id(), answer.attempt());
        running.begin(answer, EarlierAttempts.NONE);
        return Uni.createFrom().voidItem();
    }

    void giveAway(@Observes ShutdownEvent stopping) {
        running.abandonAll();
        try {
            // Who takes an answer up must find what its actions came to.
            actions.quiet().await().atMost(ACTIONS_END);
        } catch (RuntimeException e) {
            LOG.warnf("Actions are still under way; whoever takes their answers up waits for them: %s", e);
        }
        try {
            answers.release().chain(() -> spend.written()).await().atMost(Duration.ofSeconds(3));
        } catch (RuntimeException e) {
            LOG.warnf("What this replica holds is kept until it lapses: %s", e);
        }
    }
}
