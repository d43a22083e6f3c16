package dev.parley.turn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.parley.action.Action;
import dev.parley.action.ActionResult;
import dev.parley.action.Arguments;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.answer.Finish;
import dev.parley.model.ChatMessage;
import dev.parley.model.ToolCall;
import dev.parley.prompt.ActionPrompt;
import dev.parley.turn.State.Acting;
import dev.parley.turn.State.Asking;
import dev.parley.turn.State.AskingForYes;
import dev.parley.turn.State.Then;
import dev.parley.turn.plan.Plan.Ask;
import dev.parley.turn.plan.Plan.Say;
import dev.parley.turn.plan.Planner;
import dev.parley.turn.plan.Toolbox;
import org.jspecify.annotations.Nullable;

/** Moves of {@link Answering} while actions are executed or need consent. */
final class ActingMoves {
    /** Calls to the model: two with actions, and one that must be answered in words. */
    private static final int MAX_ROUNDS = 3;
    private static final int MAX_CALLS = 4;
    /** As many as a visitor reads before saying yes. */
    private static final int MAX_ASKED = 8;

    private final Ending ending;
    private final Planner planner;
    private final Further further;

    ActingMoves(Ending ending, Planner planner, Further further) {
        this.ending = ending;
        this.planner = planner;
        this.further = further;
    }

    interface Further {
        Step ask(Work work, Ask ask);

        Step handOff(Work work, HandoffCause cause);
    }

    /** One question covers all actions of a round that need consent. */
    Step act(Asking asking, List<ToolCall> written) {
        List<ToolCall> calls = written.stream().map(ActingMoves::canonical).toList();
        Work work = asking.work();
        Ask ask = asking.ask();
        List<ToolCall> once = calls.stream().filter(ActingMoves.distinct()).toList();
        List<ToolCall> open = once.stream().filter(call -> needsYes(work, ask, call)).toList();
        if (!open.isEmpty()) {
            List<ToolCall> askable = once.stream()
                    .filter(call -> open.contains(call) || !ask.toolbox().named(call.name()).map(Action::needsYes)
                            .orElse(true))
                    .limit(MAX_ASKED).toList();
            Say question = planner.askForYes(work.about(), ask, askable);
            // "It is done", before the yes: only text from an entry may precede the question.
            boolean alone = !work.isSilent() && asking.grounded().cited().isEmpty();
            return Step.to(new AskingForYes(work, ask, question, alone), new Effect.AskForYes(ask.toolbox(), askable,
                    question.text()));
        }
        List<ToolCall> few = calls.subList(0, Math.min(MAX_CALLS, calls.size()));
        return carryOut(work, ask, few, asking.written().toString());
    }

    private static ToolCall canonical(ToolCall call) {
        return new ToolCall(call.id(), call.name(), Arguments.canonical(call.arguments()));
    }

    private static Predicate<ToolCall> distinct() {
        Set<String> seen = new HashSet<>();
        return call -> seen.add(call.name() + " " + call.arguments());
    }

    /** False if already agreed to, or if the arguments are invalid, which the model gets as the result. */
    private static boolean needsYes(Work work, Ask ask, ToolCall call) {
        return ask.toolbox().named(call.name())
                .filter(action -> action.needsYes() && !work.hasAgreedTo(call)
                        && action.faults(call.arguments()).isEmpty())
                .isPresent();
    }

    /** Actions that the visitor agreed to, or that an earlier attempt began. */
    Step perform(Work work, @Nullable Ask ask) {
        return carryOut(ask == null ? work : work.asking(ask), ask, ActionRunner.made(work.agreed()), "");
    }

    private static Step carryOut(Work work, @Nullable Ask ask, List<ToolCall> calls, String said) {
        Toolbox box = work.about().toolbox();
        boolean binding = ask == null || calls.stream().anyMatch(call -> work.hasAgreedTo(call)
                || box.named(call.name()).map(Action::changes).orElse(false));
        return Step.to(new Acting(work, ask, calls, said, binding, Then.GO_ON),
                new Effect.Act(box, calls, work.agreed()));
    }

    Step whileAskingForYes(AskingForYes asking, Event event) {
        Work work = asking.work();
        return switch (event) {
            case Event.AskedForYes asked -> asking.alone()
                    ? ending.sayAlone(work, asking.question())
                    : ending.say(work, asking.question());
            case Event.NotActed failed -> ending.fallBack(work, asking.ask(), "action");
            case Event.TextIsLate late when work.text().isEmpty() -> ending.late(work, asking.ask());
            default -> Answering.tooLate(asking, event);
        };
    }

    Step whileActing(Acting acting, Event event) {
        return switch (event) {
            case Event.Acted(List<ActionResult> results) -> acted(acting, results);
            case Event.NotActed(Throwable why) -> notActed(acting, why);
            case Event.TextIsLate late when acting.then() == Then.GO_ON && acting.work().text().isEmpty() ->
                late(acting);
            default -> Answering.tooLate(acting, event);
        };
    }

    Step notActed(Acting acting, Throwable why) {
        Ask ask = acting.ask();
        if (acting.then() == Then.STEP_ASIDE) {
            return Ending.lost(why);
        }
        return acting.binding() || ask == null
                ? ending.notActed(acting.work(), why)
                : ending.fallBack(acting.work(), ask, "action");
    }

    /** Waits for a binding action and tells the visitor that it takes long. */
    private Step late(Acting acting) {
        Ask ask = acting.ask();
        if (ask != null && !acting.binding()) {
            return ending.late(acting.work(), ask);
        }
        Work noticed = acting.work().noticing(planner.stillAtIt(acting.work().about()));
        return Step.to(acting.with(noticed), new Effect.Show(noticed.text().piece()));
    }

    /** The owner changed, but the action is in progress. */
    static Step stepAside(Acting acting) {
        return acting.then() == Then.STEP_ASIDE
                ? Step.stay(acting)
                : Step.to(acting.then(Then.STEP_ASIDE), new Effect.TellWithdrawn());
    }

    private Step acted(Acting acting, List<ActionResult> results) {
        Work work = acting.work().acted(acting.work().actions().plus(acting.calls(), results));
        return follow(acting, work, results).after(
                results.stream().<Effect>map(result -> new Effect.CountAction(result.outcome().wire())).toList());
    }

    private Step follow(Acting acting, Work work, List<ActionResult> results) {
        Ask ask = acting.ask();
        if (acting.then() == Then.STEP_ASIDE) {
            return Ending.over(ending.outcome(work));
        } else if (work.actions().isUncertain()) {
            return uncertain(work);
        } else if (acting.then() == Then.STOP) {
            return ending.stop(acting, work);
        } else if (ask == null) {
            return ending.say(work, ending.instead(work, planner.apology(work.about())));
        }
        try {
            return goOn(acting, work, ask, results);
        } catch (RuntimeException noRoom) {
            // Reports the outcome without a model.
            return ending.fallBack(work, ask, Answering.UNDECIDED);
        }
    }

    /** Returns the results to the model. */
    private Step goOn(Acting acting, Work work, Ask ask, List<ActionResult> results) {
        List<ChatMessage> more = new ArrayList<>();
        more.add(ChatMessage.calling(acting.said(), acting.calls()));
        for (int i = 0; i < acting.calls().size(); i++) {
            more.add(ChatMessage.result(acting.calls().get(i), ActionPrompt.result(results.get(i).told())));
        }
        // A model that called an unknown function would do it again.
        boolean mayCall = work.actions().rounds() < MAX_ROUNDS
                && !results.stream().allMatch(ActionRunner.NO_SUCH::equals);
        return further.ask(work, planner.followedBy(ask, more, mayCall));
    }

    /** The outcome is unknown: says so without a model and involves a person. */
    private Step uncertain(Work work) {
        return outcomeAndHandoff(work, planner.uncertain(work.about(), work.actions().done()));
    }

    Step outcomeAndHandoff(Work work, Optional<HandoffCause> why) {
        Work told = work.saying(new Say(ending.outcome(work), Finish.STOP, List.of(), work.evidence()));
        return why.map(cause -> further.handOff(told, cause))
                .orElseGet(() -> ending.storeAs(told, Finish.STOP, told.text().toString()))
                .after(new Effect.Show(told.text().piece()));
    }
}
