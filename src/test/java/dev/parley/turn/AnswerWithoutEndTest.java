package dev.parley.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.parley.conversation.answer.Finish;
import dev.parley.lane.CallProgress;
import dev.parley.model.ChatEvent;
import dev.parley.prompt.FirstLine;
import dev.parley.spend.Reservation;
import dev.parley.spend.SavingLevel;
import dev.parley.turn.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that never stops, and a visitor who disconnects. */
class AnswerWithoutEndTest {
    private static final Plan.Ask ASK = AnswerSamples.ask(AnswerSamples.CASE, SavingLevel.FULL);

    private static State.Asking asking() {
        Work work = Work.on(AnswerSamples.CASE).asking(ASK);
        return new State.Asking(work, ASK,
                new Reservation(new UUID(0, 9), ASK.question().call(), LocalDate.EPOCH, Instant.EPOCH),
                CallProgress.BEGUN, Text.EMPTY, FirstLine.unread(), AllowedFacts.of(work, ASK));
    }

    private static Answering answering(EarlierAttempts before) {
        return new Answering(AnswerSamples.ANSWER, before, new AnswerSamples.AskingPlanner());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 65_536})
    void serverThatNeverStops_isHungUpOnAndWhatThereIsBecomesTheAnswer(int size) {
        State state = asking();
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < 40_000 && state instanceof State.Asking; i++) {
            Step step = answering(EarlierAttempts.NONE).on(state, new Event.Heard(new ChatEvent.Delta(size == 1
                    ? "a"
                    : "word ".repeat(size / 5))));
            state = step.state();
            effects.addAll(step.effects());
        }

        int shown = effects.stream().mapToInt(effect -> effect instanceof Effect.Show show ? show.piece().length() : 0)
                .sum();
        assertThat(effects).anyMatch(Effect.HangUp.class::isInstance).anyMatch(Effect.Settle.class::isInstance);
        assertThat(shown).isLessThanOrEqualTo(32_000);
        assertThat(state).isInstanceOf(State.Storing.class);
        assertThat(((State.Storing) state).finish()).isEqualTo(Finish.LENGTH);
    }

    @Test
    void visitorWhoWritesOn_startsTheAnswerAnewThreeTimesAndNoMore() {
        EarlierAttempts before = EarlierAttempts.NONE;
        int restarts = 0;
        for (int i = 0; i < 10; i++) {
            Step step = answering(before).on(asking(), new Event.VisitorWrote(2));
            if (!(step.state() instanceof State.Restarting restarting)) {
                assertThat(step.state()).isInstanceOf(State.Asking.class);
                break;
            }
            assertThat(step.effects()).contains(new Effect.Restart(true)).anyMatch(Effect.HangUp.class::isInstance);
            before = restarting.trouble();
            restarts++;
        }

        assertThat(restarts).isEqualTo(3);
    }
}
