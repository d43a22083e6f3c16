package dev.parley.turn;

import java.util.List;

import dev.parley.conversation.Reply;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.turn.State.Asking;
import dev.parley.turn.State.JudgingAnswer;
import dev.parley.turn.State.Open;
import dev.parley.turn.State.Over;
import dev.parley.turn.State.Restarting;
import dev.parley.turn.State.Storing;
import dev.parley.turn.plan.Case;
import dev.parley.turn.plan.Plan.Ask;
import dev.parley.turn.plan.Plan.Say;
import dev.parley.turn.plan.Planner;
import org.jspecify.annotations.Nullable;

/** The moves with which an attempt at an answer ends, see {@link Answering}. */
final class Ending {
    /** Two lapsed leases later the visitor has waited for some 20 of the 30 s after which there must be a word. */
    private static final int MOST_ATTEMPTS = 3;

    private static final Say VOID = new Say("", Finish.STOPPED, List.of(), Evidence.NONE);

    private final RunningAnswer answer;
    private final Planner planner;

    Ending(RunningAnswer answer, Planner planner) {
        this.answer = answer;
        this.planner = planner;
    }

    Step say(Work work, Say say) {
        Work said = work.saying(say);
        Step stored = storeAs(said, say.finish(), said.text().toString());
        return say.text().isEmpty() ? stored : stored.after(new Effect.Show(said.text().piece()));
    }

    /** In place of what is on the screen. What was changed for the visitor is said first. */
    Step sayAlone(Work work, Say say) {
        String outcome = outcome(work);
        String text = outcome.isEmpty() ? say.text() : outcome + "\n\n" + say.text();
        return storeAs(work.citing(say.sources()), say.finish(), text);
    }

    /** What was changed for the visitor is said first: nothing else matters more. Empty where nothing was. */
    String outcome(Work work) {
        return work.actions().done().isEmpty() ? "" : planner.outcome(work.about(), work.actions().done());
    }

    /** What came of actions that change something, in words without a model; else what is to be said otherwise. */
    Say orOutcome(Work work, Say otherwise) {
        String outcome = outcome(work);
        return outcome.isEmpty() ? otherwise : new Say(outcome, Finish.STOP, List.of(), work.evidence());
    }

    /** The visitor has had enough. What was changed is told all the same, unless the answer says it already. */
    Step stop(Open open, Work work) {
        return work.isSilent() && !outcome(work).isEmpty()
                ? say(work, orOutcome(work, VOID)).after(closing(open))
                : store(open, work, Finish.STOPPED);
    }

    /** In the FAQ's own words, for this reason. */
    Step fallBack(Work work, Ask ask, String reason) {
        return say(work, instead(work, ask.otherwise())).after(new Effect.CountFallback(reason));
    }

    /** When the model fails after something was found, the card alone is the answer. */
    Say instead(Work work, Say otherwise) {
        return orOutcome(work,
                work.actions().cards().isEmpty() ? otherwise : planner.onCard(work.about(), otherwise));
    }

    /** In the FAQ's own words, which take the place of what is on the screen. */
    Step replace(Work work, Ask ask, String reason) {
        Say otherwise = instead(work, ask.otherwise());
        return storeAs(work.citing(otherwise.sources()), otherwise.finish(), otherwise.text())
                .after(new Effect.CountFallback(reason));
    }

    Step late(Work work, Ask ask) {
        return fallBack(work.note(evidence -> evidence.failed("no_text_in_time", 0)), ask, "no_text_in_time");
    }

    Step store(Open open, Work work, Finish finish) {
        return storeAs(work, finish, work.text().toString()).after(closing(open));
    }

    /** What a filter has flagged, perhaps after it was shown, does not stay: the message's text takes its place on screen. */
    Step flagged(Open open, Ask ask) {
        Say instead = orOutcome(open.work(), ask.refusal());
        return storeAs(open.work().citing(List.of()), instead.finish(), instead.text()).after(closing(open));
    }

    Step storeAs(Work work, Finish finish, String text) {
        return Step.to(new Storing(work.about(), finish, text, saved(work, finish)),
                new Effect.Store(work.reply(finish, text), work.about().thread().held()));
    }

    private @Nullable SparedCall saved(Work work, Finish finish) {
        if (finish != Finish.FAQ) {
            return null;
        }
        return work.spared() == null
                ? new SparedCall(planner.withoutModel(work.about()), false)
                : new SparedCall(work.spared().inTheFaqsWords(), true);
    }

    /** Most often storage failed: the lease lapses and the answer is tried again, here or elsewhere, but not for ever. */
    Step notRead(@Nullable Case about, Throwable why) {
        return answer.attempt() >= MOST_ATTEMPTS
                ? apologize(about, Finish.INTERRUPTED).after(new Effect.LogGivenUp(why))
                : lost(why);
    }

    /** Actions could be neither made nor looked up: as above, behind what the visitor has read already. */
    Step notActed(Work work, Throwable why) {
        return answer.attempt() >= MOST_ATTEMPTS
                ? say(work, planner.apology(work.about())).after(new Effect.LogGivenUp(why))
                : lost(why);
    }

    /** What the database will never take gives way to an apology, once. */
    Step notStored(Storing storing, Throwable why, boolean never) {
        return never && storing.finish() != Finish.INTERRUPTED
                ? apologize(storing.about(), Finish.INTERRUPTED).after(new Effect.LogGivenUp(why))
                : lost(why);
    }

    /** The visitor has had enough before anything is known of the conversation. */
    Step stopBlind() {
        return Step.to(new Storing(null, Finish.STOPPED, "", null),
                new Effect.Store(new Reply("", "", Finish.STOPPED, List.of(), Evidence.NONE), false));
    }

    private Step apologize(@Nullable Case about, Finish finish) {
        String text = planner.apology(about).text();
        String name = about == null ? "" : about.tenant().settings().botName();
        return Step.to(new Storing(about, finish, text, null), new Effect.Show(text),
                new Effect.Store(new Reply(text, name, finish, List.of(), Evidence.NONE), false));
    }

    static Step restart(List<Effect> closing, EarlierAttempts trouble) {
        return Step.to(new Restarting(trouble), new Effect.Restart(false)).after(closing);
    }

    /** The visitor has written more, and may go on writing. */
    static Step restartWithMore(List<Effect> closing, EarlierAttempts before) {
        return Step.to(new Restarting(before.andInterrupted()), new Effect.Restart(true)).after(closing);
    }

    /** Somebody else owns the conversation now; what was changed for the visitor is told, and by nobody but us. */
    Step withdraw(Open open) {
        return withdraw(closing(open)).after(aside(outcome(open.work())));
    }

    /** The same, when everybody who saw the answer grow has been told that nothing comes of it. */
    static Step over(String outcome) {
        return Step.to(new Over(), new Effect.End()).after(aside(outcome));
    }

    private static List<Effect> aside(String outcome) {
        return outcome.isEmpty() ? List.of() : List.of(new Effect.TellAside(outcome));
    }

    static Step withdraw(List<Effect> closing) {
        return Step.to(new Over(), new Effect.End(), new Effect.TellWithdrawn()).after(closing);
    }

    static Step lost(Throwable why) {
        return Step.to(new Over(), new Effect.LogLost(why), new Effect.End());
    }

    /** What must happen when this state is left before its time. Before the FAQ's words join the text: only what the model wrote is paid. */
    static List<Effect> closing(Open open) {
        return switch (open) {
            case Asking asking -> List.of(new Effect.HangUp(),
                    new Effect.Settle(asking.money(), asking.progress(), asking.written().toString()));
            case JudgingAnswer judging -> closing(judging.asked());
            case State.Confirming c -> List.of();
            case State.Searching s -> List.of();
            case State.Rewriting r -> List.of();
            case State.JudgingQuestion j -> List.of();
            case State.Reserving r -> List.of();
            case State.AskingForYes a -> List.of();
            case State.Acting a -> List.of();
            case State.PlanningHandover p -> List.of();
        };
    }
}
