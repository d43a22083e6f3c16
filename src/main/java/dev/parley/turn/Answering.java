package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;

import dev.parley.conversation.Finish;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.RunningAnswer;
import dev.parley.handoff.HandoffPlan;
import dev.parley.lane.CallProgress;
import dev.parley.lane.Moderator;
import dev.parley.model.ChatEvent;
import dev.parley.model.ChatMessage;
import dev.parley.model.ToolCall;
import dev.parley.platform.Statements;
import dev.parley.prompt.ActionPrompt;
import dev.parley.prompt.FirstLine;
import dev.parley.prompt.StructuredEnd;
import dev.parley.spend.Reservation;
import dev.parley.tool.ActionResult;
import dev.parley.tool.Tool;
import dev.parley.turn.Plan.Ask;
import dev.parley.turn.Plan.Say;
import dev.parley.turn.State.Acting;
import dev.parley.turn.State.Asking;
import dev.parley.turn.State.AskingForYes;
import dev.parley.turn.State.Confirming;
import dev.parley.turn.State.JudgingAnswer;
import dev.parley.turn.State.JudgingQuestion;
import dev.parley.turn.State.Open;
import dev.parley.turn.State.Over;
import dev.parley.turn.State.PlanningHandover;
import dev.parley.turn.State.Reading;
import dev.parley.turn.State.Reserving;
import dev.parley.turn.State.Restarting;
import dev.parley.turn.State.Rewriting;
import dev.parley.turn.State.Searching;
import dev.parley.turn.State.Storing;

/**
 * Every move that one attempt at an answer can make: read, search, set money aside, ask, act, hand over, store. No I/O and no clock; what
 * is to be done is an {@link Effect}, what came of it an {@link Event}. {@link Listening} has the moves while the model is asked,
 * {@link Ending} those that end an attempt; {@link AnswerRunner} carries the effects out.
 */
final class Answering implements Listening.Further {
    /** Of questions to the model: two with actions, and one that must be answered in words. */
    private static final int MOST_ROUNDS = 3;
    private static final int MOST_CALLS = 4;
    /** Each may have cost a call to the model. What is written later waits for the next answer. */
    private static final int MOST_INTERRUPTIONS = 3;
    private static final String UNDECIDED = "undecided";

    private final RunningAnswer answer;
    private final Trouble before;
    private final Planner planner;
    private final Ending ending;
    private final Listening listening;

    /** @param before what went wrong in earlier attempts at this answer */
    Answering(RunningAnswer answer, Trouble before, Planner planner) {
        this.answer = answer;
        this.before = before;
        this.planner = planner;
        this.ending = new Ending(answer, planner);
        this.listening = new Listening(ending, before, planner.checksFacts());
    }

    static Step begin() {
        return Step.to(new Reading(), new Effect.Read());
    }

    /** What the event leads to; an event that comes too late leads to nothing, but money that it brings is given back. */
    Step on(State state, Event event) {
        return switch (state) {
            case Reading reading -> whileReading(reading, event);
            case Open open -> whileOpen(open, event);
            case Storing storing -> whileStoring(storing, event);
            case Restarting restarting -> whileRestarting(restarting, event);
            case Over over -> tooLate(over, event);
        };
    }

    private Step whileReading(Reading reading, Event event) {
        return switch (event) {
            case Event.CaseRead(Case about) -> {
                Step first = follow(Work.on(about), planner.open(about));
                yield about.thread().held() ? first.after(new Effect.Mute()) : first;
            }
            case Event.CaseNotRead(Throwable why) -> ending.notRead(null, why);
            case Event.Undecided(Throwable why) -> ending.notRead(null, why);
            case Event.VisitorStopped stopped -> ending.stopBlind();
            case Event.VisitorWrote(long seq) when seq > answer.questionSeq()
                    && before.interrupted() < MOST_INTERRUPTIONS ->
                Ending.restartWithMore(List.of(), before);
            case Event.Withdrawn withdrawn -> Ending.withdraw(List.of());
            case Event.ReplicaStops stops -> Step.to(new Over(), new Effect.End());
            default -> tooLate(reading, event);
        };
    }

    private Step whileOpen(Open open, Event event) {
        return switch (event) {
            case Event.VisitorStopped stopped -> open instanceof Asking asking
                    ? listening.stop(asking)
                    : ending.store(open, open.work(), Finish.STOPPED);
            case Event.Withdrawn withdrawn -> Ending.withdraw(Ending.closing(open));
            case Event.ReplicaStops stops -> Step.to(new Over(), new Effect.End()).after(Ending.closing(open));
            case Event.VisitorWrote(long seq) when seq > answer.questionSeq() && mayRestart(open) ->
                Ending.restartWithMore(Ending.closing(open), before);
            case Event.Undecided(Throwable why) -> undecided(open, why);
            default -> switch (open) {
                case Confirming confirming -> whileConfirming(confirming, event);
                case Searching searching -> whileSearching(searching, event);
                case Rewriting rewriting -> whileRewriting(rewriting, event);
                case JudgingQuestion judging -> whileJudging(judging, event);
                case Reserving reserving -> whileReserving(reserving, event);
                case Asking asking -> whileAsking(asking, event);
                case JudgingAnswer judging -> whileJudging(judging, event);
                case AskingForYes asking -> whileAskingForYes(asking, event);
                case Acting acting -> whileActing(acting, event);
                case PlanningHandover planning -> whilePlanning(planning, event);
            };
        };
    }

    /** Before the first word, unless something is being done that must not be done twice. Otherwise a next answer follows. */
    private boolean mayRestart(Open open) {
        return before.interrupted() < MOST_INTERRUPTIONS && open.work().text().isEmpty()
                && !(open instanceof Acting) && !(open instanceof AskingForYes);
    }

    /** Where a model was to be asked there are words that need no decision. */
    private Step undecided(Open open, Throwable why) {
        if (open instanceof PlanningHandover) {
            return noHandover(open.work(), why);
        }
        Ask ask = switch (open) {
            case Confirming c -> null;
            case Searching s -> null;
            case Rewriting r -> null;
            case PlanningHandover p -> null;
            case JudgingQuestion judging -> judging.ask();
            case Reserving reserving -> reserving.ask();
            case Asking asking -> asking.ask();
            case JudgingAnswer judging -> judging.asked().ask();
            case AskingForYes asking -> asking.ask();
            case Acting acting -> acting.ask();
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
            case Plan.Confirm(boolean yes) -> Step.to(new Confirming(work, yes), new Effect.TakeConfirmation());
            case Say say -> ending.say(work.note(old -> say.evidence()), say);
            case Ask ask -> ask(work.note(old -> ask.evidence()), warned(ask)).after(new Effect.WaitForText());
            case Plan.Perform(Ask ask, List<ToolCall> calls) -> act(work.asking(ask), ask, calls, "", true)
                    .after(new Effect.WaitForText());
            case Plan.HandOver over -> handOver(work.note(old -> over.evidence()), over.cause());
        };
    }

    /** Asked once more, the model hears what it made up. */
    private Ask warned(Ask ask) {
        return before.invented().isEmpty() ? ask : planner.warned(ask, before.invented());
    }

    private Step whileConfirming(Confirming confirming, Event event) {
        Case about = confirming.work().about();
        return switch (event) {
            case Event.ConfirmationTaken(var waiting) ->
                follow(confirming.work(), planner.confirmed(about, confirming.yes(), waiting));
            case Event.CaseNotRead(Throwable why) -> ending.notRead(about, why);
            default -> tooLate(confirming, event);
        };
    }

    private Step whileSearching(Searching searching, Event event) {
        Case about = searching.work().about();
        return switch (event) {
            case Event.Found(var found) ->
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

    // ---- money and the model

    private Step ask(Work work, Ask ask) {
        return ask.question().call().tenant().models().moderationOrOff().in()
                ? Step.to(new JudgingQuestion(work, ask), new Effect.Judge(ask.question(), ask.spoken()))
                : reserve(work, ask);
    }

    private Step whileJudging(JudgingQuestion judging, Event event) {
        return switch (event) {
            case Event.Judged(Moderator.Verdict verdict) -> switch (verdict) {
                case PASSED -> reserve(judging.work(), judging.ask());
                case FLAGGED -> ending.flagged(judging, judging.ask());
                case UNCHECKED -> unaffordable(judging.work(), judging.ask(), Moderator.UNCHECKED_CODE);
            };
            case Event.TextIsLate late -> ending.late(judging.work(), judging.ask());
            default -> tooLate(judging, event);
        };
    }

    private static Step reserve(Work work, Ask ask) {
        return Step.to(new Reserving(work, ask), new Effect.Reserve(ask.question().call()));
    }

    private Step whileReserving(Reserving reserving, Event event) {
        Work work = reserving.work();
        Ask ask = reserving.ask();
        return switch (event) {
            case Event.Reserved(Reservation money) -> Step.to(new Asking(work.asking(ask), ask, money,
                    CallProgress.BEGUN, Text.EMPTY, FirstLine.unread(), Grounds.of(work, ask)),
                    new Effect.Ask(ask.question()));
            case Event.Exhausted(String limit) -> ask.cheaper().map(cheaper -> reserve(work, cheaper))
                    .orElseGet(() -> unaffordable(work, ask, limit));
            case Event.NotReserved(String reason) -> unaffordable(work, ask, reason);
            case Event.TextIsLate late -> ending.late(work, ask);
            default -> tooLate(reserving, event);
        };
    }

    /** That a question could not be checked is a failure, and saves nobody money. */
    private Step unaffordable(Work work, Ask ask, String reason) {
        Work spared = reason.equals(Moderator.UNCHECKED_CODE) ? work : work.sparing(ask.question().call());
        return ending.fallBack(spared.note(evidence -> evidence.failed(reason, 0)), ask, reason);
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
            case Event.Judged(Moderator.Verdict verdict) -> listening.judged(judging, verdict, this);
            case Event.ModelFailed failed -> listening.failed(judging.asked(), failed);
            case Event.TextIsLate late when judging.work().text().isEmpty() ->
                ending.late(judging.work(), judging.asked().ask()).after(Ending.closing(judging));
            default -> tooLate(judging, event);
        };
    }

    /** The model says that it does not answer: the words for that follow what it has said. */
    @Override
    public Step end(Asking asking, StructuredEnd end) {
        return follow(asking.work(), planner.ended(asking.work().about(), asking.ask(), end))
                .after(Ending.closing(asking));
    }

    // ---- actions

    @Override
    public Step act(Asking asking, List<ToolCall> calls) {
        return act(asking.work(), asking.ask(), calls, asking.written().toString(), false)
                .after(Ending.closing(asking));
    }

    /** @param agreed the visitor has said yes to them */
    private static Step act(Work work, Ask ask, List<ToolCall> calls, String said, boolean agreed) {
        List<ToolCall> few = calls.subList(0, Math.min(MOST_CALLS, calls.size()));
        for (ToolCall call : agreed ? List.<ToolCall>of() : few) {
            Tool tool = ask.toolbox().named(call.name()).orElse(null);
            if (tool != null && tool.needsYes()) {
                return Step.to(new AskingForYes(work, ask, tool), new Effect.AskForYes(tool, call));
            }
        }
        return Step.to(new Acting(work, ask, few, said), new Effect.Act(ask.toolbox(), few));
    }

    private Step whileAskingForYes(AskingForYes asking, Event event) {
        Work work = asking.work();
        return switch (event) {
            case Event.AskedForYes asked ->
                ending.say(work, planner.askForYes(work.about(), asking.ask(), asking.tool()));
            case Event.NotActed failed -> ending.fallBack(work, asking.ask(), "action");
            case Event.TextIsLate late when work.text().isEmpty() -> ending.late(work, asking.ask());
            default -> tooLate(asking, event);
        };
    }

    private Step whileActing(Acting acting, Event event) {
        return switch (event) {
            case Event.Acted(List<ActionResult> results) -> goOn(acting, results);
            case Event.NotActed failed -> ending.fallBack(acting.work(), acting.ask(), "action");
            case Event.TextIsLate late when acting.work().text().isEmpty() ->
                ending.late(acting.work(), acting.ask());
            default -> tooLate(acting, event);
        };
    }

    /** The model is told what came of its calls. */
    private Step goOn(Acting acting, List<ActionResult> results) {
        List<ChatMessage> more = new ArrayList<>();
        more.add(ChatMessage.calling(acting.said(), acting.calls()));
        for (int i = 0; i < acting.calls().size(); i++) {
            more.add(ChatMessage.result(acting.calls().get(i), ActionPrompt.result(results.get(i).told())));
        }
        Work work = acting.work().acted(acting.work().actions().plus(acting.calls(), results));
        Ask next = planner.followedBy(acting.ask(), more, work.actions().rounds() < MOST_ROUNDS);
        return ask(work, next).after(
                results.stream().<Effect>map(result -> new Effect.CountAction(result.outcome().wire())).toList());
    }

    // ---- a person

    private static Step handOver(Work work, HandoffCause cause) {
        return Step.to(new PlanningHandover(work), new Effect.PlanHandover(cause));
    }

    private Step whilePlanning(PlanningHandover planning, Event event) {
        Work work = planning.work();
        return switch (event) {
            case Event.HandoverPlanned(HandoffPlan plan) -> {
                Work said = work.saying(new Say(planner.handingOver(work.about(), plan), Finish.HANDOFF, List.of(),
                        work.evidence()));
                yield Step.to(new Storing(work.about(), Finish.HANDOFF, said.text().toString(), null),
                        new Effect.Show(said.text().piece()),
                        new Effect.HandOver(said.reply(Finish.HANDOFF, said.text().toString()), plan));
            }
            case Event.HandoverNotPlanned(Throwable why) -> noHandover(work, why);
            default -> tooLate(planning, event);
        };
    }

    private Step noHandover(Work work, Throwable why) {
        return ending.say(work, planner.offer(work.about())).after(new Effect.LogNoHandover(why));
    }

    // ---- after the last word

    private Step whileStoring(Storing storing, Event event) {
        return switch (event) {
            case Event.Stored(var replied) -> {
                List<Effect> effects = new ArrayList<>();
                if (storing.saved() != null && replied.message() != null) {
                    effects.add(new Effect.CountSaved(storing.saved(), storing.text()));
                }
                effects.add(new Effect.CountEnd(replied.message() == null ? Finish.WITHDRAWN : storing.finish()));
                if (replied.next() != null) {
                    effects.add(new Effect.Begin(replied.next(), Trouble.NONE));
                }
                effects.add(new Effect.End());
                yield new Step(new Over(), effects);
            }
            case Event.NotStored(Throwable why) -> ending.notStored(storing, why, Statements.unstorable(why));
            case Event.ReplicaStops stops -> Step.to(new Over(), new Effect.End());
            default -> tooLate(storing, event);
        };
    }

    private static Step whileRestarting(Restarting restarting, Event event) {
        return switch (event) {
            case Event.Restarted(RunningAnswer fresh) -> fresh == null
                    ? Ending.withdraw(List.of())
                    : Step.to(new Over(), new Effect.Begin(fresh, restarting.trouble()), new Effect.End());
            case Event.NotStored(Throwable why) -> Ending.lost(why);
            case Event.ReplicaStops stops -> Step.to(new Over(), new Effect.End());
            default -> tooLate(restarting, event);
        };
    }

    private static Step tooLate(State state, Event event) {
        return event instanceof Event.Reserved(Reservation money)
                ? Step.to(state, new Effect.GiveBack(money))
                : Step.stay(state);
    }
}
