package dev.parley.turn;

import java.util.List;

import dev.parley.conversation.answer.Finish;
import dev.parley.grounding.GroundedStream;
import dev.parley.lane.CallProgress;
import dev.parley.model.ChatEvent;
import dev.parley.model.ToolCall;
import dev.parley.prompt.FirstLine;
import dev.parley.spend.Reservation;
import dev.parley.turn.plan.Plan;
import dev.parley.turn.plan.Plan.Ask;
import dev.parley.turn.plan.TurnContext;
import org.jspecify.annotations.Nullable;

sealed interface State {
    record Reading() implements State {}

    /** The conversation is read, and nothing is decided. */
    sealed interface Open extends State {
        Work work();
    }

    record Confirming(Work work, boolean yes) implements Open {}

    record Searching(Work work, Plan.Search search) implements Open {}

    record Rewriting(Work work, Plan.Rewrite rewrite) implements Open {}

    record PlanningHandoff(Work work) implements Open {}

    record JudgingQuestion(Work work, Ask ask) implements Open {}

    record Reserving(Work work, Ask ask) implements Open {}

    /** The model's call: its whole text, shown or not, the state of its beginning, and the part with a source. */
    record Asking(Work work, Ask ask, Reservation money, CallProgress progress, Text written,
            FirstLine firstLine, GroundedStream grounded) implements Open {
        Asking with(Work changed) {
            return new Asking(changed, ask, money, progress, written, firstLine, grounded);
        }

        Asking with(CallProgress changed) {
            return new Asking(work, ask, money, changed, written, firstLine, grounded);
        }

        Asking with(FirstLine changed) {
            return new Asking(work, ask, money, progress, written, changed, grounded);
        }

        Asking with(GroundedStream changed) {
            return new Asking(work, ask, money, progress, written, firstLine, changed);
        }

        Asking plus(String piece) {
            return new Asking(work, ask, money, progress, written.plus(piece), firstLine, grounded);
        }
    }

    record JudgingAnswer(Asking asked, ChatEvent.Finished finished) implements Open {
        @Override
        public Work work() {
            return asked.work();
        }
    }

    /** {@code alone}: the question replaces the model's text. */
    record AskingForYes(Work work, Ask ask, Plan.Say question, boolean alone) implements Open {}

    /** {@code ask} follows, if not null; {@code binding}: the attempt waits for the results. */
    record Acting(Work work, @Nullable Ask ask, List<ToolCall> calls, String said, boolean binding,
            Then then) implements Open {
        Acting with(Work changed) {
            return new Acting(changed, ask, calls, said, binding, then);
        }

        Acting then(Then changed) {
            return new Acting(work, ask, calls, said, binding, changed);
        }
    }

    /** After binding actions. */
    enum Then {
        GO_ON,
        STOP,
        /** The owner changed. */
        STEP_ASIDE
    }

    /** {@code about} is null if nothing is known; {@code saved} is the avoided call; null if a model wrote. */
    record Storing(@Nullable TurnContext about, Finish finish, String text,
            @Nullable SparedCall saved) implements State {}

    record Restarting(EarlierAttempts trouble) implements State {}

    record Over() implements State {}
}
