package dev.parley.turn;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.conversation.answer.Answers;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.platform.OneByOne;
import dev.parley.spend.Spend;
import dev.parley.turn.plan.TurnContextReader;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Continues answers of dead replicas, and releases this one's at shutdown. */
@ApplicationScoped
class LapsedAnswers {
    private static final Logger LOG = Logger.getLogger(LapsedAnswers.class);

    /** Longer than any timeout of a shop's server. */
    private static final Duration ACTIONS_END = Duration.ofSeconds(9);

    private final Answers answers;
    private final RunningAnswers running;
    private final TurnContextReader reader;
    private final ActionRunner actions;
    private final Spend spend;
    private final OneByOne oneByOne;

    LapsedAnswers(Answers answers, RunningAnswers running, TurnContextReader reader, ActionRunner actions, Spend spend,
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
        // Before the FAQ is loaded, "I do not know" would be wrong.
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
            // The replica that continues an answer needs the results of its actions.
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
