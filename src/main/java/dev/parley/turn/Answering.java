package dev.parley.turn;

import java.util.List;
import java.util.Optional;

import dev.parley.action.ActionCall;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.handoff.HandoffPlan;
import dev.parley.lane.Moderator;
import dev.parley.model.ChatEvent;
import dev.parley.model.ToolCall;
import dev.parley.prompt.StructuredEnd;
import dev.parley.spend.Reservation;
import dev.parley.turn.State.Acting;
import dev.parley.turn.State.Asking;
import dev.parley.turn.State.AskingForYes;
import dev.parley.turn.State.Confirming;
import dev.parley.turn.State.JudgingAnswer;
import dev.parley.turn.State.JudgingQuestion;
import dev.parley.turn.State.Open;
import dev.parley.turn.State.Over;
import dev.parley.turn.State.PlanningHandoff;
import dev.parley.turn.State.Reading;
import dev.parley.turn.State.Reserving;
import dev.parley.turn.State.Restarting;
import dev.parley.turn.State.Rewriting;
import dev.parley.turn.State.Searching;
import dev.parley.turn.State.Storing;
import dev.parley.turn.State.Then;
import dev.parley.turn.plan.Plan;
import dev.parley.turn.plan.Plan.Ask;
import dev.parley.turn.plan.Plan.Say;
import dev.parley.turn.plan.Planner;
import dev.parley.turn.plan.TurnContext;

/**
 * Every move of one attempt at an answer, without I/O and clock: an {@link Event} leads to a state and {@link Effect}s,
 * which {@link AnswerRunner} performs. {@link PayingMoves} covers moves before the model, {@link Listening} the model's
 * call, {@link ActingMoves} actions, {@link Ending} the end, {@link StoringMoves} storage.
 */
final class Answering implements Listening.Further, ActingMoves.Further {
    /** Each may have cost a model call. Later messages wait for the next answer. */
    private static final int MAX_INTERRUPTIONS = 3;
    static final String UNDECIDED = "undecided";

    private final RunningAnswer answer;
    private final EarlierAttempts before;
    private final Planner planner;
    private final Ending ending;
    private final Listening listening;
    private final ActingMoves acting;
    private final PayingMoves paying;
    private final StoringMoves storing;

    /** {@code before}: problems of earlier attempts. */
    Answering(RunningAnswer answer, EarlierAttempts before, Planner planner) {
        this.answer = answer;
        this.before = before;
        this.planner = planner;
        this.ending = new Ending(answer, planner);
        this.listening = new Listening(ending, before, planner.checksFacts());
        this.acting = new ActingMoves(ending, planner, this);
        this.paying = new PayingMoves(ending);
        this.storing = new StoringMoves(ending);
    }

    static Step begin() {
        return Step.to(new Reading(), new Effect.Read());
    }

    /** A late event changes nothing, but returns reserved money. */
    Step on(State state, Event event) {
        return switch (state) {
            case Reading reading -> whileReading(reading, event);
            case Open open -> whileOpen(open, event);
            case Storing storing -> this.storing.whileStoring(storing, event);
            case Restarting restarting -> StoringMoves.whileRestarting(restarting, event);
            case Over over -> tooLate(over, event);
        };
    }

    private Step whileReading(Reading reading, Event event) {
        return switch (event) {
            case Event.CaseRead(TurnContext about) -> {
                Step first = follow(Work.on(about), planner.open(about));
                yield about.thread().held() ? first.after(new Effect.Mute()) : first;
            }
            case Event.CaseNotRead(Throwable why) -> ending.notRead(null, why);
            case Event.Undecided(Throwable why) -> ending.notRead(null, why);
            case Event.VisitorStopped stopped -> ending.stopBlind();
            case Event.VisitorWrote(long seq) when seq > answer.questionSeq()
                    && before.interrupted() < MAX_INTERRUPTIONS ->
                Ending.restartWithMore(List.of(), before);
            case Event.Withdrawn withdrawn -> Ending.withdraw(List.of());
            case Event.ReplicaStops stops -> Step.to(new Over(), new Effect.End());
            default -> tooLate(reading, event);
        };
    }

    private Step whileOpen(Open open, Event event) {
        return switch (event) {
            case Event.VisitorStopped stopped -> switch (open) {
                case Asking asking -> listening.stop(asking);
                case Acting doing when doing.then() == Then.STEP_ASIDE -> Step.stay(open);
                case Acting doing when doing.binding() -> Step.stay(doing.then(Then.STOP));
                default -> ending.stop(open, open.work());
            };
            case Event.Withdrawn withdrawn -> open instanceof Acting doing && doing.binding()
                    ? ActingMoves.stepAside(doing)
                    : ending.withdraw(open);
            // The owner changed: the outcome of actions must still be reported.
            case Event.ReplicaStops stops when open instanceof Acting doing && doing.then() == Then.STEP_ASIDE ->
                Step.stay(open);
            case Event.ReplicaStops stops -> Step.to(new Over(), new Effect.End()).after(Ending.closing(open));
            case Event.VisitorWrote(long seq) when seq > answer.questionSeq() && mayRestart(open) ->
                Ending.restartWithMore(Ending.closing(open), before);
            case Event.Undecided(Throwable why) -> undecided(open, why);
            default -> switch (open) {
                case Confirming confirming -> whileConfirming(confirming, event);
                case Searching searching -> whileSearching(searching, event);
                case Rewriting rewriting -> whileRewriting(rewriting, event);
                case JudgingQuestion judging -> paying.whileJudging(judging, event);
                case Reserving reserving -> paying.whileReserving(reserving, event);
                case Asking asking -> whileAsking(asking, event);
                case JudgingAnswer judging -> whileJudging(judging, event);
                case AskingForYes asking -> acting.whileAskingForYes(asking, event);
                case Acting doing -> acting.whileActing(doing, event);
                case PlanningHandoff planning -> whilePlanning(planning, event);
            };
        };
    }

    /** Only before the first word, and not once consent was used or an action runs. Otherwise a next answer follows. */
    private boolean mayRestart(Open open) {
        return before.interrupted() < MAX_INTERRUPTIONS && open.work().isSilent() && switch (open) {
            case Confirming c -> false;
            case Searching searching -> searching.search().agreed().isEmpty();
            case Rewriting rewriting -> rewriting.rewrite().agreed().isEmpty();
            case AskingForYes a -> false;
            case Acting a -> false;
            case JudgingQuestion j -> true;
            case Reserving r -> true;
            case Asking a -> true;
            case JudgingAnswer j -> true;
            case PlanningHandoff p -> true;
        };
    }

    /** Falls back to prepared words. */
    private Step undecided(Open open, Throwable why) {
        if (open instanceof PlanningHandoff) {
            return noHandoff(open.work(), why);
        } else if (open instanceof Acting doing) {
            return acting.notActed(doing, why);
        }
        Ask ask = switch (open) {
            case Confirming c -> null;
            case Searching s -> null;
            case Rewriting r -> null;
            case PlanningHandoff p -> null;
            case JudgingQuestion judging -> judging.ask();
            case Reserving reserving -> reserving.ask();
            case Asking asking -> asking.ask();
            case JudgingAnswer judging -> judging.asked().ask();
            case AskingForYes asking -> asking.ask();
            case Acting a -> null;
        };
        return ask == null
                ? ending.notRead(open.work().about(), why)
                : ending.fallBack(open.work(), ask, UNDECIDED).after(Ending.closing(open));
    }

    private Step follow(Work work, Plan plan) {
        return switch (plan) {
            case Plan.Search search ->
                Step.to(new Searching(work, search), new Effect.Search(work.about(), search.texts()));
            case Plan.Rewrite rewrite ->
                Step.to(new Rewriting(work, rewrite), new Effect.Rewrite(rewrite.question(), rewrite.spoken()));
            case Plan.Confirm(boolean yes) ->
                Step.to(new Confirming(work, yes), new Effect.TakeConfirmation(work.about(), yes));
            case Say say -> ending.say(work.note(old -> say.evidence()), say);
            case Ask ask -> ask(work.note(old -> ask.evidence()), warned(ask)).after(new Effect.WaitForText());
            case Plan.Perform(Ask ask, List<ActionCall> calls) -> acting
                    .perform(work.agreedTo(calls), ask == null ? null : warned(ask))
                    .after(new Effect.WaitForText());
            case Plan.HandOff over -> handOff(work.note(old -> over.evidence()), over.cause());
        };
    }

    /** The second call tells the model what it invented. */
    private Ask warned(Ask ask) {
        return before.invented().isEmpty() ? ask : planner.warned(ask, before.invented());
    }

    private Step whileConfirming(Confirming confirming, Event event) {
        TurnContext about = confirming.work().about();
        return switch (event) {
            case Event.ConfirmationTaken(var consent) ->
                follow(confirming.work(), planner.confirmed(about, confirming.yes(), consent));
            case Event.CaseNotRead(Throwable why) -> ending.notRead(about, why);
            default -> tooLate(confirming, event);
        };
    }

    private Step whileSearching(Searching searching, Event event) {
        TurnContext about = searching.work().about();
        return switch (event) {
            case Event.EntriesFound(var found) ->
                follow(searching.work(), planner.found(about, searching.search(), found));
            case Event.CaseNotRead(Throwable why) -> ending.notRead(about, why);
            default -> tooLate(searching, event);
        };
    }

    private Step whileRewriting(Rewriting rewriting, Event event) {
        return event instanceof Event.Rewritten(String question)
                ? follow(rewriting.work(), planner.rewritten(rewriting.work().about(), rewriting.rewrite(), question))
                : tooLate(rewriting, event);
    }

    @Override
    public Step ask(Work work, Ask ask) {
        return paying.ask(work, ask);
    }

    private Step whileAsking(Asking asking, Event event) {
        return switch (event) {
            case Event.Heard(ChatEvent said) ->
                listening.hear(asking.with(asking.progress().heard(said)), said, this);
            case Event.HeardOut out ->
                ending.fallBack(asking.work(), asking.ask(), "empty").after(Ending.closing(asking));
            case Event.ModelFailed failed -> listening.failed(asking, failed);
            case Event.TextIsLate late when asking.work().text().isEmpty() ->
                ending.late(asking.work(), asking.ask())
                        .after(Ending.closing(asking.with(asking.progress().givenUp("no_text_in_time"))));
            default -> tooLate(asking, event);
        };
    }

    private Step whileJudging(JudgingAnswer judging, Event event) {
        return switch (event) {
            case Event.Judged(Moderator.ModerationVerdict verdict) -> listening.judged(judging, verdict, this);
            case Event.ModelFailed failed -> listening.failed(judging.asked(), failed);
            case Event.TextIsLate late when judging.work().text().isEmpty() ->
                ending.late(judging.work(), judging.asked().ask()).after(Ending.closing(judging));
            default -> tooLate(judging, event);
        };
    }

    /** The model declines to answer: appends the words for that. */
    @Override
    public Step end(Asking asking, StructuredEnd end) {
        Work work = asking.work();
        Plan plan = planner.ended(work.about(), asking.ask(), end);
        if (!work.isSilent() || ending.outcome(work).isEmpty()) {
            return follow(work, plan).after(Ending.closing(asking));
        }
        // The outcome of actions comes first, instead of "not found".
        return (plan instanceof Plan.HandOff over
                ? acting.outcomeAndHandoff(work, Optional.of(over.cause()))
                : ending.say(work, ending.orOutcome(work, asking.ask().otherwise()))).after(Ending.closing(asking));
    }

    @Override
    public Step act(Asking asking, List<ToolCall> calls) {
        return acting.act(asking, calls).after(Ending.closing(asking));
    }

    @Override
    public Step handOff(Work work, HandoffCause cause) {
        return Step.to(new PlanningHandoff(work), new Effect.PlanHandoff(cause));
    }

    private Step whilePlanning(PlanningHandoff planning, Event event) {
        Work work = planning.work();
        return switch (event) {
            case Event.HandoffPlanned(HandoffPlan plan) -> {
                Work said = work.saying(new Say(planner.handoffText(work.about(), plan), Finish.HANDOFF, List.of(),
                        work.evidence()));
                yield Step.to(new Storing(work.about(), Finish.HANDOFF, said.text().toString(), null),
                        new Effect.Show(said.text().piece()),
                        new Effect.HandOff(said.reply(Finish.HANDOFF, said.text().toString()), plan));
            }
            case Event.HandoffNotPlanned(Throwable why) -> noHandoff(work, why);
            default -> tooLate(planning, event);
        };
    }

    private Step noHandoff(Work work, Throwable why) {
        return ending.say(work, planner.offer(work.about())).after(new Effect.LogNoHandoff(why));
    }

    static Step tooLate(State state, Event event) {
        return event instanceof Event.Reserved(Reservation money)
                ? Step.to(state, new Effect.GiveBack(money))
                : Step.stay(state);
    }
}
