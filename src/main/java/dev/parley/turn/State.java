package dev.parley.turn;

import java.util.List;

import dev.parley.conversation.answer.Finish;
import dev.parley.grounding.GroundedStream;
import dev.parley.lane.CallProgress;
import dev.parley.model.ChatEvent;
import dev.parley.model.ToolCall;
import dev.parley.prompt.FirstLine;
import dev.parley.spend.Reservation;
import dev.parley.turn.plan.Case;
import dev.parley.turn.plan.Plan;
import dev.parley.turn.plan.Plan.Ask;
import org.jspecify.annotations.Nullable;

/** Where an answer stands. */
sealed interface State {
    /** The conversation is being read. */
    record Reading() implements State {}

    /** The conversation is read, and the answer can still become any. */
    sealed interface Open extends State {
        Work work();
    }

    /** It is being found out what the visitor's yes or no is about. */
    record Confirming(Work work, boolean yes) implements Open {}

    /** The FAQ is being searched. */
    record Searching(Work work, Plan.Search search) implements Open {}

    /** A model is putting the question anew. */
    record Rewriting(Work work, Plan.Rewrite rewrite) implements Open {}

    /** It is being looked up what a handover comes to now. */
    record PlanningHandover(Work work) implements Open {}

    /** The question is being checked for harm. */
    record JudgingQuestion(Work work, Ask ask) implements Open {}

    /** Money for the question is being set aside. */
    record Reserving(Work work, Ask ask) implements Open {}

    /**
     * The model is being asked.
     *
     * @param written all that it wrote in this call, shown or not
     * @param firstLine what is known of its beginning
     * @param grounded what of it stands in a source
     */
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

    /** What the model wrote is being checked for harm; it has finished like this. */
    record JudgingAnswer(Asking asked, ChatEvent.Finished finished) implements Open {
        @Override
        public Work work() {
            return asked.work();
        }
    }

    /**
     * The visitor is to be asked for a yes, in these words. {@code alone}: what the model wrote before gives way to the
     * question.
     */
    record AskingForYes(Work work, Ask ask, Plan.Say question, boolean alone) implements Open {}

    /**
     * Actions are being carried out.
     *
     * @param ask of the model that goes on then; null where none can be asked
     * @param said what the model wrote before it asked for them
     * @param binding something may be changed by them: the attempt does not end before their results are known
     */
    record Acting(Work work, @Nullable Ask ask, List<ToolCall> calls, String said, boolean binding,
            Then then) implements Open {
        Acting with(Work changed) {
            return new Acting(changed, ask, calls, said, binding, then);
        }

        Acting then(Then changed) {
            return new Acting(work, ask, calls, said, binding, changed);
        }
    }

    /** What follows when the results of binding actions are known. */
    enum Then {
        GO_ON,
        /** The visitor has had enough, and is told what came of them. */
        STOP,
        /** The conversation is not the bot's any more: visitor and agents are told. */
        STEP_ASIDE
    }

    /**
     * The answer is being stored.
     *
     * @param about null when nothing is known of the conversation
     * @param saved the call that the FAQ's own words took the place of; null where a model wrote
     */
    record Storing(@Nullable Case about, Finish finish, String text, @Nullable SparedCall saved) implements State {}

    /** A fresh attempt is to take this one's place, because of this. */
    record Restarting(EarlierAttempts trouble) implements State {}

    record Over() implements State {}
}
