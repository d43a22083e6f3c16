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
import dev.parley.turn.plan.Plan.Ask;
import dev.parley.turn.plan.Plan.Say;
import dev.parley.turn.plan.Planner;
import dev.parley.turn.plan.TurnContext;
import org.jspecify.annotations.Nullable;

/** Moves of {@link Answering} that end an attempt. */
final class Ending {
    /** After two expired leases the visitor has waited some 20 s of the 30 s allowed. */
    private static final int MAX_ATTEMPTS = 3;

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

    /** Replaces the shown text, after the outcome of actions. */
    Step sayAlone(Work work, Say say) {
        String outcome = outcome(work);
        String text = outcome.isEmpty() ? say.text() : outcome + "\n\n" + say.text();
        return storeAs(work.citing(say.sources()), say.finish(), text);
    }

    /** The outcome of changing actions, which is always said first; may be empty. */
    String outcome(Work work) {
        return work.actions().done().isEmpty() ? "" : planner.outcome(work.about(), work.actions().done());
    }

    /** The outcome of changing actions, else {@code otherwise}. */
    Say orOutcome(Work work, Say otherwise) {
        String outcome = outcome(work);
        return outcome.isEmpty() ? otherwise : new Say(outcome, Finish.STOP, List.of(), work.evidence());
    }

    /** Stopped by the visitor. Still reports actions, unless the text does. */
    Step stop(Open open, Work work) {
        return work.isSilent() && !outcome(work).isEmpty()
                ? say(work, orOutcome(work, VOID)).after(closing(open))
                : store(open, work, Finish.STOPPED);
    }

    /** Answers in the FAQ's own words. */
    Step fallBack(Work work, Ask ask, String reason) {
        return say(work, instead(work, ask.otherwise())).after(new Effect.CountFallback(reason));
    }

    /** If the model fails after an action found something, the card alone is the answer. */
    Say instead(Work work, Say otherwise) {
        return orOutcome(work,
                work.actions().cards().isEmpty() ? otherwise : planner.onCard(work.about(), otherwise));
    }

    /** The FAQ's words replace the shown text. */
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

    /** Replaces flagged text, even on screen. */
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

    /** Usually a storage failure: retried when the lease expires, a limited number of times. */
    Step notRead(@Nullable TurnContext about, Throwable why) {
        return answer.attempt() >= MAX_ATTEMPTS
                ? apologize(about, Finish.INTERRUPTED).after(new Effect.LogGivenUp(why))
                : lost(why);
    }

    /** Like {@link #notRead}, after text that was shown. */
    Step notActed(Work work, Throwable why) {
        return answer.attempt() >= MAX_ATTEMPTS
                ? say(work, planner.apology(work.about())).after(new Effect.LogGivenUp(why))
                : lost(why);
    }

    /** If the database refuses the content, stores an apology, once. */
    Step notStored(Storing storing, Throwable why, boolean never) {
        return never && storing.finish() != Finish.INTERRUPTED
                ? apologize(storing.about(), Finish.INTERRUPTED).after(new Effect.LogGivenUp(why))
                : lost(why);
    }

    /** Stopped before the conversation was read. */
    Step stopBlind() {
        return Step.to(new Storing(null, Finish.STOPPED, "", null),
                new Effect.Store(new Reply("", "", Finish.STOPPED, List.of(), Evidence.NONE), false));
    }

    private Step apologize(@Nullable TurnContext about, Finish finish) {
        String text = planner.apology(about).text();
        String name = about == null ? "" : about.shop().settings().botName();
        return Step.to(new Storing(about, finish, text, null), new Effect.Show(text),
                new Effect.Store(new Reply(text, name, finish, List.of(), Evidence.NONE), false));
    }

    static Step restart(List<Effect> closing, EarlierAttempts trouble) {
        return Step.to(new Restarting(trouble), new Effect.Restart(false)).after(closing);
    }

    /** The visitor wrote more, and may continue. */
    static Step restartWithMore(List<Effect> closing, EarlierAttempts before) {
        return Step.to(new Restarting(before.andInterrupted()), new Effect.Restart(true)).after(closing);
    }

    /** The owner changed; the outcome of actions must still be reported. */
    Step withdraw(Open open) {
        return withdraw(closing(open)).after(aside(outcome(open.work())));
    }

    /** After followers were told. */
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

    /** Effects of leaving a state early. Call before the FAQ's words join the text: only the model's are paid. */
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
            case State.PlanningHandoff p -> List.of();
        };
    }
}
