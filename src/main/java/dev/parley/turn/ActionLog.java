package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;

import dev.parley.action.ActionResult;
import dev.parley.action.Amounts;
import dev.parley.conversation.answer.Evidence;
import dev.parley.model.ToolCall;

/**
 * The actions of one attempt: results as told to the model, JSON cards, and our own sentences, whose amounts are the
 * shop's. {@code rounds} includes the current call to the model.
 */
record ActionLog(List<Evidence.Action> done, List<String> told, List<String> cards, String own, int rounds) {
    static final ActionLog NONE = new ActionLog(List.of(), List.of(), List.of(), "", 1);

    ActionLog {
        done = List.copyOf(done);
        told = List.copyOf(told);
        cards = List.copyOf(cards);
    }

    /** {@code results} are in the order of the calls. */
    ActionLog plus(List<ToolCall> calls, List<ActionResult> results) {
        List<Evidence.Action> all = new ArrayList<>(done);
        List<String> read = new ArrayList<>(told);
        List<String> shown = new ArrayList<>(cards);
        for (int i = 0; i < calls.size(); i++) {
            ActionResult result = results.get(i);
            if (!result.equals(ActionRunner.NO_SUCH)) {
                // A call of an unknown function is no action.
                all.add(new Evidence.Action(calls.get(i).name(), calls.get(i).arguments(), result.outcome().wire(),
                        result.status(), result.millis()));
            }
            read.add(result.told());
            if (result.card() != null && !shown.contains(result.card())) {
                shown.add(result.card());
            }
        }
        return new ActionLog(all, read, shown, own, rounds + 1);
    }

    Evidence noteIn(Evidence evidence) {
        return done.isEmpty() ? evidence : evidence.acted(done);
    }

    /** Beside a card, the text keeps only amounts from entries. */
    String clean(String text, String entries) {
        return cards.isEmpty() ? text : Amounts.hidden(text, entries + "\n" + own);
    }

    ActionLog saying(String text) {
        return new ActionLog(done, told, cards, own + "\n" + text, rounds);
    }

    boolean isUncertain() {
        return done.stream().anyMatch(action -> action.outcome().equals(ActionResult.Outcome.UNKNOWN.wire()));
    }

    String cardsJson() {
        return "[" + String.join(",", cards) + "]";
    }
}
