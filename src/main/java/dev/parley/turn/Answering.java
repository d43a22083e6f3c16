package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;

import dev.parley.conversation.Evidence;
import dev.parley.conversation.Finish;
import dev.parley.conversation.Reply;
import dev.parley.conversation.RunningAnswer;
import dev.parley.lane.CallProgress;
import dev.parley.lane.Moderator;
import dev.parley.model.ChatEvent;
import dev.parley.model.ChatMessage;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ToolCall;
import dev.parley.prompt.ActionPrompt;
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
import dev.parley.turn.State.Reading;
import dev.parley.turn.State.Reserving;
import dev.parley.turn.State.Restarting;
import dev.parley.turn.State.Searching;
import dev.parley.turn.State.Storing;

/**
 * Every move that one attempt at an answer can make: read, search, set money aside, ask, act, store. No I/O and no clock; what is to be
 * done is an {@link Effect}, what came of it an {@link Event}. {@link AnswerRunner} carries the effects out.
 */
final class Answering {
    /** Two lapsed leases later the visitor has waited for some 20 of the 30 s after which there must be a word. */
    private static final int MOST_ATTEMPTS = 3;
    /** A stream that broke off is tried once more; what breaks twice is shown as broken. */
    private static final int FRESH_STARTS_AFTER_TEXT = 1;
    /** Of questions to the model: two with actions, and one that must be answered in words. */
    private static final int MOST_ROUNDS = 3;
    private static final int MOST_CALLS = 4;
    private static final int LONGEST_QUESTION = 300;
    private static final String UNDECIDED = "undecided";

    private final RunningAnswer answer;
    private final int brokenBefore;
    private final Planner planner;

    /** @param brokenBefore how many attempts at this answer broke off with text on the visitor's screen */
    Answering(RunningAnswer answer, int brokenBefore, Planner planner) {
        this.answer = answer;
        this.brokenBefore = brokenBefore;
        this.planner = planner;
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
            case Event.CaseNotRead(Throwable why) -> notRead(why);
            case Event.Undecided(Throwable why) -> notRead(why);
            case Event.VisitorStopped stopped -> storeBlind(planner.apology(), Finish.STOPPED, "");
            case Event.VisitorWrote(long seq) when seq > answer.questionSeq() -> restart(List.of(), brokenBefore);
            case Event.Withdrawn withdrawn -> withdraw(List.of());
            case Event.ReplicaStops stops -> Step.to(new Over(), new Effect.End());
            default -> tooLate(reading, event);
        };
    }

    private Step whileOpen(Open open, Event event) {
        return switch (event) {
            case Event.VisitorStopped stopped -> store(open, open.work(), Finish.STOPPED);
            case Event.Withdrawn withdrawn -> withdraw(closing(open));
            case Event.ReplicaStops stops -> Step.to(new Over(), new Effect.End()).after(closing(open));
            case Event.VisitorWrote(long seq) when seq > answer.questionSeq() && mayRestart(open) ->
                restart(closing(open), brokenBefore);
            case Event.Undecided(Throwable why) -> undecided(open, why);
            default -> switch (open) {
                case Confirming confirming -> whileConfirming(confirming, event);
                case Searching searching -> whileSearching(searching, event);
                case JudgingQuestion judging -> whileJudging(judging, event);
                case Reserving reserving -> whileReserving(reserving, event);
                case Asking asking -> whileAsking(asking, event);
                case JudgingAnswer judging -> whileJudging(judging, event);
                case AskingForYes asking -> whileAskingForYes(asking, event);
                case Acting acting -> whileActing(acting, event);
            };
        };
    }

    /** Where a model was to be asked there are words that need no decision. */
    private Step undecided(Open open, Throwable why) {
        return switch (open) {
            case Confirming confirming -> notRead(why);
            case Searching searching -> notRead(why);
            case JudgingQuestion judging -> fallBack(judging.work(), judging.ask(), UNDECIDED);
            case Reserving reserving -> fallBack(reserving.work(), reserving.ask(), UNDECIDED);
            case Asking asking -> fallBack(asking.work(), asking.ask(), UNDECIDED).after(closing(asking));
            case JudgingAnswer judging ->
                fallBack(judging.work(), judging.asked().ask(), UNDECIDED).after(closing(judging));
            case AskingForYes asking -> fallBack(asking.work(), asking.ask(), UNDECIDED);
            case Acting acting -> fallBack(acting.work(), acting.ask(), UNDECIDED);
        };
    }

    /** Before the first word, unless something is being done that must not be done twice. Otherwise a next answer follows. */
    private static boolean mayRestart(Open open) {
        return open.work().text().isEmpty() && !(open instanceof Acting) && !(open instanceof AskingForYes);
    }

    // ---- before the model is asked

    private Step follow(Work work, Plan plan) {
        return switch (plan) {
            case Plan.Search search ->
                Step.to(new Searching(work, search), new Effect.Search(work.about(), search.texts()));
            case Plan.Confirm(boolean yes) -> Step.to(new Confirming(work, yes), new Effect.TakeConfirmation());
            case Say say -> say(work.note(before -> say.evidence()), say);
            case Ask ask -> ask(work.note(before -> ask.evidence()), ask).after(new Effect.WaitForText());
            case Plan.Perform(Ask ask, List<ToolCall> calls) ->
                act(work.asking(ask), ask, calls).after(new Effect.WaitForText());
        };
    }

    private Step whileConfirming(Confirming confirming, Event event) {
        return switch (event) {
            case Event.ConfirmationTaken(var waiting) ->
                follow(confirming.work(), planner.confirmed(confirming.work().about(), confirming.yes(), waiting));
            case Event.CaseNotRead(Throwable why) -> notRead(why);
            default -> tooLate(confirming, event);
        };
    }

    private Step whileSearching(Searching searching, Event event) {
        return switch (event) {
            case Event.Found(var matches) ->
                follow(searching.work(), planner.found(searching.work().about(), searching.search(), matches));
            case Event.CaseNotRead(Throwable why) -> notRead(why);
            default -> tooLate(searching, event);
        };
    }

    private Step ask(Work work, Ask ask) {
        return ask.question().call().tenant().models().moderationOrOff().in()
                ? Step.to(new JudgingQuestion(work, ask), new Effect.Judge(ask.question(), ask.spoken()))
                : reserve(work, ask);
    }

    private Step whileJudging(JudgingQuestion judging, Event event) {
        return switch (event) {
            case Event.Judged(Moderator.Verdict verdict) -> switch (verdict) {
                case PASSED -> reserve(judging.work(), judging.ask());
                case FLAGGED -> flagged(judging, judging.ask());
                case UNCHECKED -> unaffordable(judging.work(), judging.ask(), Moderator.UNCHECKED_CODE);
            };
            case Event.TextIsLate late -> late(judging.work(), judging.ask());
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
            case Event.Reserved(Reservation money) -> Step.to(
                    new Asking(work.asking(ask), ask, money, CallProgress.BEGUN, Text.EMPTY),
                    new Effect.Ask(ask.question()));
            case Event.Exhausted(String limit) -> ask.cheaper().map(cheaper -> reserve(work, cheaper))
                    .orElseGet(() -> unaffordable(work, ask, limit));
            case Event.NotReserved(String reason) -> unaffordable(work, ask, reason);
            case Event.TextIsLate late -> late(work, ask);
            default -> tooLate(reserving, event);
        };
    }

    /** That a question could not be checked is a failure, and saves nobody money. */
    private Step unaffordable(Work work, Ask ask, String reason) {
        Work spared = reason.equals(Moderator.UNCHECKED_CODE) ? work : work.sparing(ask.question().call());
        return fallBack(spared.note(evidence -> evidence.failed(reason, 0)), ask, reason);
    }

    // ---- while the model is asked

    private Step whileAsking(Asking asking, Event event) {
        return switch (event) {
            case Event.Heard(ChatEvent said) -> hear(asking.with(asking.progress().heard(said)), said);
            case Event.HeardOut out -> fallBack(asking.work(), asking.ask(), "empty").after(closing(asking));
            case Event.ModelFailed(ModelErrorKind kind, int attempts) -> failed(asking, kind, attempts);
            case Event.TextIsLate late when asking.work().text().isEmpty() ->
                late(asking.work(), asking.ask())
                        .after(closing(asking.with(asking.progress().givenUp("no_text_in_time"))));
            default -> tooLate(asking, event);
        };
    }

    private Step hear(Asking asking, ChatEvent said) {
        return switch (said) {
            case ChatEvent.Started begun -> Step.stay(asking.with(asking.work().note(evidence -> evidence
                    .answeredBy(begun.model(), begun.upstreamRequestId(), begun.attempts()))));
            case ChatEvent.Delta(String piece) -> grow(asking.plus(piece), piece);
            case ChatEvent.Finished finished -> asking.ask().question().call().tenant().models().moderationOrOff().out()
                    && !asking.written().isEmpty()
                            ? Step.to(new JudgingAnswer(asking, finished),
                                    new Effect.Judge(asking.ask().question(), asking.written().toString()))
                            : finish(asking, finished);
        };
    }

    /** Without an entry and without a result there is nothing that the model could know: at most it asks back, and that is seen at its end. */
    private static Step grow(Asking asking, String piece) {
        return piece.isEmpty() || isGroundless(asking)
                ? Step.stay(asking)
                : Step.to(asking.with(asking.work().plus(piece)), new Effect.Show(piece));
    }

    private static boolean isGroundless(Asking asking) {
        return asking.ask().groundless() && asking.work().actions().done().isEmpty();
    }

    private Step whileJudging(JudgingAnswer judging, Event event) {
        return switch (event) {
            case Event.Judged(Moderator.Verdict verdict) -> verdict == Moderator.Verdict.PASSED
                    ? finish(judging.asked(), judging.finished())
                    : flagged(judging, judging.asked().ask());
            case Event.ModelFailed(ModelErrorKind kind, int attempts) -> failed(judging.asked(), kind, attempts);
            case Event.TextIsLate late when judging.work().text().isEmpty() ->
                late(judging.work(), judging.asked().ask()).after(closing(judging));
            default -> tooLate(judging, event);
        };
    }

    private Step finish(Asking asking, ChatEvent.Finished finished) {
        if (finished.reason() == FinishReason.CONTENT_FILTER) {
            return flagged(asking, asking.ask());
        }
        if (!finished.calls().isEmpty()) {
            return act(asking.work(), asking.ask(), finished.calls(), asking.written().toString())
                    .after(closing(asking));
        }
        String question = isGroundless(asking) ? questionIn(asking.written().toString()) : "";
        Work work = asking.work().plus(question);
        if (work.text().isEmpty()) {
            return Step.stay(asking);
        }
        Step stored = store(asking, work, finishOf(finished.reason()));
        return question.isEmpty() ? stored : stored.after(new Effect.Show(question));
    }

    private static String questionIn(String written) {
        String text = written.strip();
        return text.length() <= LONGEST_QUESTION && text.matches("(?s).*[?？؟]") ? text : "";
    }

    private static Finish finishOf(FinishReason reason) {
        return switch (reason) {
            case STOP -> Finish.STOP;
            case LENGTH -> Finish.LENGTH;
            case CONTENT_FILTER -> Finish.CONTENT_FILTER;
        };
    }

    /** What a filter has flagged, perhaps after it was shown, does not stay: the message's text takes its place on screen. */
    private Step flagged(Open open, Ask ask) {
        return store(open, open.work().citing(List.of()), Finish.CONTENT_FILTER, ask.refusal().text());
    }

    private Step failed(Asking asking, ModelErrorKind kind, int attempts) {
        Asking broken = asking.with(asking.progress().failed(kind, attempts))
                .with(asking.work().note(evidence -> evidence.failed(kind.code(), attempts)));
        List<Effect> over = new ArrayList<>(closing(broken));
        over.add(new Effect.CountFallback(kind.code()));
        Work work = broken.work();
        if (work.text().isEmpty()) {
            Say instead = kind == ModelErrorKind.REFUSED_BY_POLICY
                    ? asking.ask().refusal()
                    : instead(work, asking.ask().otherwise());
            return say(work, instead).after(over);
        }
        return brokenBefore < FRESH_STARTS_AFTER_TEXT
                ? restart(over, brokenBefore + 1)
                : storeAs(work, Finish.INTERRUPTED, work.text().toString()).after(over);
    }

    private Step late(Work work, Ask ask) {
        return fallBack(work.note(evidence -> evidence.failed("no_text_in_time", 0)), ask, "no_text_in_time");
    }

    private Step fallBack(Work work, Ask ask, String reason) {
        return say(work, instead(work, ask.otherwise())).after(new Effect.CountFallback(reason));
    }

    /** When the model fails after something was found, the card alone is the answer. */
    private Say instead(Work work, Say otherwise) {
        return work.actions().cards().isEmpty() ? otherwise : planner.onCard(otherwise);
    }

    // ---- actions

    private Step act(Work work, Ask ask, List<ToolCall> calls, String said) {
        List<ToolCall> few = calls.subList(0, Math.min(MOST_CALLS, calls.size()));
        for (ToolCall call : few) {
            Tool tool = ask.toolbox().named(call.name()).orElse(null);
            if (tool != null && tool.needsYes()) {
                return Step.to(new AskingForYes(work, ask, tool), new Effect.AskForYes(tool, call));
            }
        }
        return Step.to(new Acting(work, ask, few, said), new Effect.Act(ask.toolbox(), few));
    }

    /** The visitor has agreed to them. */
    private static Step act(Work work, Ask ask, List<ToolCall> calls) {
        return Step.to(new Acting(work, ask, calls, ""), new Effect.Act(ask.toolbox(), calls));
    }

    private Step whileAskingForYes(AskingForYes asking, Event event) {
        return switch (event) {
            case Event.AskedForYes asked -> say(asking.work(), planner.askForYes(asking.ask(), asking.tool()));
            case Event.NotActed failed -> fallBack(asking.work(), asking.ask(), "action");
            case Event.TextIsLate late when asking.work().text().isEmpty() -> late(asking.work(), asking.ask());
            default -> tooLate(asking, event);
        };
    }

    private Step whileActing(Acting acting, Event event) {
        return switch (event) {
            case Event.Acted(List<ActionResult> results) -> goOn(acting, results);
            case Event.NotActed failed -> fallBack(acting.work(), acting.ask(), "action");
            case Event.TextIsLate late when acting.work().text().isEmpty() -> late(acting.work(), acting.ask());
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

    // ---- the end

    private Step say(Work work, Say say) {
        Work said = work.saying(say);
        Step stored = storeAs(said, say.finish(), said.text().toString());
        return say.text().isEmpty() ? stored : stored.after(new Effect.Show(say.text()));
    }

    private Step store(Open open, Work work, Finish finish) {
        return store(open, work, finish, work.text().toString());
    }

    private Step store(Open open, Work work, Finish finish, String text) {
        return storeAs(work, finish, text).after(closing(open));
    }

    private Step storeAs(Work work, Finish finish, String text) {
        SparedCall saved = finish != Finish.FAQ
                ? null
                : work.spared() == null
                        ? new SparedCall(planner.withoutModel(work.about()), false)
                        : new SparedCall(work.spared().inTheFaqsWords(), true);
        return Step.to(new Storing(finish, work.text().toString(), saved),
                new Effect.Store(work.reply(finish, text), work.about().thread().held()));
    }

    /** Most often storage failed: the lease lapses and the answer is tried again, here or elsewhere, but not for ever. */
    private Step notRead(Throwable why) {
        return answer.attempt() >= MOST_ATTEMPTS
                ? storeBlind(planner.apology(), Finish.INTERRUPTED, planner.apology().text())
                        .after(new Effect.LogGivenUp(why))
                : lost(why);
    }

    private static Step storeBlind(Say say, Finish finish, String text) {
        Step stored = Step.to(new Storing(finish, text, null),
                new Effect.Store(new Reply(text, "", finish, List.of(), Evidence.NONE), false));
        return text.isEmpty() ? stored : stored.after(new Effect.Show(say.text()));
    }

    private Step whileStoring(Storing storing, Event event) {
        return switch (event) {
            case Event.Stored(var replied) -> {
                List<Effect> effects = new ArrayList<>();
                if (storing.saved() != null && replied.message() != null) {
                    effects.add(new Effect.CountSaved(storing.saved(), storing.text()));
                }
                effects.add(new Effect.CountEnd(replied.message() == null ? Finish.WITHDRAWN : storing.finish()));
                if (replied.next() != null) {
                    effects.add(new Effect.Begin(replied.next(), 0));
                }
                effects.add(new Effect.End());
                yield new Step(new Over(), effects);
            }
            case Event.NotStored(Throwable why) -> lost(why);
            case Event.ReplicaStops stops -> Step.to(new Over(), new Effect.End());
            default -> tooLate(storing, event);
        };
    }

    private static Step restart(List<Effect> closing, int broken) {
        return Step.to(new Restarting(broken), new Effect.Restart()).after(closing);
    }

    private static Step whileRestarting(Restarting restarting, Event event) {
        return switch (event) {
            case Event.Restarted(RunningAnswer fresh) -> fresh == null
                    ? withdraw(List.of())
                    : Step.to(new Over(), new Effect.Begin(fresh, restarting.brokenBefore()), new Effect.End());
            case Event.NotStored(Throwable why) -> lost(why);
            case Event.ReplicaStops stops -> Step.to(new Over(), new Effect.End());
            default -> tooLate(restarting, event);
        };
    }

    private static Step withdraw(List<Effect> closing) {
        return Step.to(new Over(), new Effect.End(), new Effect.TellWithdrawn()).after(closing);
    }

    private static Step lost(Throwable why) {
        return Step.to(new Over(), new Effect.LogLost(why), new Effect.End());
    }

    private static Step tooLate(State state, Event event) {
        return event instanceof Event.Reserved(Reservation money)
                ? Step.to(state, new Effect.GiveBack(money))
                : Step.stay(state);
    }

    /** What must happen when this state is left before its time. Before the FAQ's words join the text: only what the model wrote is paid. */
    private static List<Effect> closing(Open open) {
        return switch (open) {
            case Asking asking -> List.of(new Effect.HangUp(),
                    new Effect.Settle(asking.money(), asking.progress(), asking.written().toString()));
            case JudgingAnswer judging -> closing(judging.asked());
            case Confirming c -> List.of();
            case Searching s -> List.of();
            case JudgingQuestion j -> List.of();
            case Reserving r -> List.of();
            case AskingForYes a -> List.of();
            case Acting a -> List.of();
        };
    }
}
