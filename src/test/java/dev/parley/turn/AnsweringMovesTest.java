package dev.parley.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.parley.action.ActionResult;
import dev.parley.action.Consent;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.Message;
import dev.parley.conversation.Replied;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.handoff.HandoffPlan;
import dev.parley.lane.CallProgress;
import dev.parley.lane.Moderator;
import dev.parley.model.ChatEvent;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ToolCall;
import dev.parley.prompt.FirstLine;
import dev.parley.spend.Reservation;
import dev.parley.spend.SavingLevel;
import dev.parley.turn.plan.Plan;
import dev.parley.turn.plan.TurnContext;
import org.junit.jupiter.api.Test;

/**
 * Every event in every state, with the next state and the effects, as one table that shows each change of the rules.
 */
class AnsweringMovesTest {
    private static final Path TABLE = Path.of("src/test/resources/turn/moves.txt");
    private static final Plan.Ask ASK = AnswerSamples.ask(AnswerSamples.CASE, SavingLevel.FULL);
    private static final Reservation MONEY = new Reservation(new UUID(0, 9), ASK.question().call(), LocalDate.EPOCH,
            Instant.EPOCH);

    @Test
    void everyEventInEveryState_leadsWhereTheTableSays() throws IOException {
        String moves = states().entrySet().stream().map(state -> state.getKey() + "\n"
                + events().entrySet().stream().map(event -> move(state.getValue(), event))
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n", "", "\n"));

        if (Boolean.getBoolean("parley.moves.write")) {
            Files.writeString(TABLE, moves);
        }
        assertThat(moves).as("write it anew with -Dparley.moves.write=true and read what changed")
                .isEqualTo(Files.readString(TABLE));
    }

    private static String move(State from, Map.Entry<String, Event> event) {
        Step step = new Answering(AnswerSamples.ANSWER, EarlierAttempts.NONE, new AnswerSamples.AskingPlanner()).on(
                from,
                event.getValue());
        String to = step.state().equals(from) ? "stays" : step.state().getClass().getSimpleName();
        String done = step.effects().stream().map(AnsweringMovesTest::name).collect(Collectors.joining(", "));
        return "  %-28s → %s%s".formatted(event.getKey(), to, done.isEmpty() ? "" : ": " + done);
    }

    private static String name(Effect effect) {
        return switch (effect) {
            case Effect.Store store -> "Store " + store.reply().finish().wire() + " “" + store.reply().text() + "”";
            case Effect.HandOff over -> "HandOff “" + over.reply().text() + "”";
            case Effect.Show show -> "Show “" + show.piece().replace("\n", "⏎") + "”";
            case Effect.TellAside aside -> "TellAside “" + aside.text() + "”";
            case Effect.AskForYes ask -> "AskForYes " + ask.calls().size();
            case Effect.Act act -> "Act " + act.calls().size() + " agreed " + act.agreed().size();
            case Effect.Settle settle -> "Settle " + settle.progress().code();
            case Effect.CountFallback fallback -> "CountFallback " + fallback.reason();
            case Effect.CountEnd end -> "CountEnd " + end.finish().wire();
            default -> effect.getClass().getSimpleName();
        };
    }

    private static Map<String, State> states() {
        Work empty = Work.on(AnswerSamples.CASE);
        Work some = empty.plus("Thirty");
        State.Asking silent = new State.Asking(empty, ASK, MONEY, CallProgress.BEGUN, Text.EMPTY,
                FirstLine.unread(), AllowedFacts.of(empty, ASK));
        State.Asking writing = new State.Asking(some, ASK, MONEY, CallProgress.BEGUN, Text.EMPTY.plus("Thirty"),
                FirstLine.unread().accept("Thirty").next(), AllowedFacts.of(some, ASK));
        ChatEvent.Finished finished = new ChatEvent.Finished(FinishReason.STOP, null, "m", false, List.of());
        Plan.Search search = new Plan.Search(Plan.Wording.OWN, List.of("how long?"), null, List.of());
        Map<String, State> states = new LinkedHashMap<>();
        states.put("Reading", new State.Reading());
        states.put("Confirming", new State.Confirming(empty, true));
        states.put("Searching", new State.Searching(empty, search));
        states.put("Searching, a yes taken", new State.Searching(empty, new Plan.Search(Plan.Wording.OWN,
                List.of("yes"), null, List.of(AnswerSamples.AGREED))));
        states.put("Rewriting", new State.Rewriting(empty,
                new Plan.Rewrite(ASK.question(), "how long?", AnswerSamples.NOTHING_FOUND, List.of())));
        states.put("Rewriting, a yes taken", new State.Rewriting(empty, new Plan.Rewrite(ASK.question(), "yes",
                AnswerSamples.NOTHING_FOUND, List.of(AnswerSamples.AGREED))));
        states.put("JudgingQuestion", new State.JudgingQuestion(empty, ASK));
        states.put("Reserving", new State.Reserving(empty, ASK));
        states.put("Asking, nothing shown", silent);
        states.put("Asking, text shown", writing);
        states.put("JudgingAnswer", new State.JudgingAnswer(writing, finished));
        states.put("AskingForYes", new State.AskingForYes(empty, ASK,
                new Plan.Say("Shall I?", Finish.STOP, List.of(), Evidence.NONE), false));
        ToolCall look = new ToolCall("1", "look", "{}");
        ToolCall cancel = new ToolCall("1", "cancel", "{}");
        Work agreed = empty.agreedTo(List.of(AnswerSamples.AGREED));
        Work done = agreed.acted(ActionLog.NONE.plus(List.of(cancel), List.of(
                new ActionResult(ActionResult.Outcome.DONE, "{}", null, 200, 1))));
        State.Acting cancelling = new State.Acting(agreed, ASK, List.of(cancel), "", true, State.Then.GO_ON);
        states.put("Acting, looking up", new State.Acting(empty, ASK, List.of(look), "", false, State.Then.GO_ON));
        states.put("Acting, changing", cancelling);
        states.put("Acting, changing, no model", new State.Acting(agreed, null, List.of(cancel), "", true,
                State.Then.GO_ON));
        states.put("Acting, changing, late", cancelling.with(agreed.noticing("One moment.")));
        states.put("Acting, changing, stopped", cancelling.then(State.Then.STOP));
        states.put("Acting, changing, withdrawn", cancelling.then(State.Then.STEP_ASIDE));
        states.put("Reserving, changed", new State.Reserving(done, ASK));
        states.put("Asking, changed", new State.Asking(done, ASK, MONEY, CallProgress.BEGUN, Text.EMPTY,
                FirstLine.unread(), AllowedFacts.of(done, ASK)));
        states.put("PlanningHandoff", new State.PlanningHandoff(empty));
        states.put("Storing", new State.Storing(AnswerSamples.CASE, Finish.STOP, "Thirty days.", null));
        states.put("Storing, an apology", new State.Storing(AnswerSamples.CASE, Finish.INTERRUPTED, "Sorry.", null));
        states.put("Restarting", new State.Restarting(EarlierAttempts.NONE));
        states.put("Over", new State.Over());
        return states;
    }

    private static Map<String, Event> events() {
        IllegalStateException why = new IllegalStateException("why");
        Map<String, Event> events = new LinkedHashMap<>();
        events.put("CaseRead", new Event.CaseRead(AnswerSamples.CASE));
        events.put("CaseNotRead", new Event.CaseNotRead(why));
        events.put("Undecided", new Event.Undecided(why));
        events.put("ConfirmationTaken", new Event.ConfirmationTaken(new Consent.Nothing()));
        events.put("ConfirmationTaken, a yes",
                new Event.ConfirmationTaken(new Consent.Given(List.of(AnswerSamples.AGREED))));
        events.put("EntriesFound", new Event.EntriesFound(List.of(AnswerSamples.NOTHING_FOUND)));
        events.put("Rewritten", new Event.Rewritten("How long can I return shoes?"));
        events.put("HandoffPlanned", new Event.HandoffPlanned(new HandoffPlan(true, "Wait.",
                new OwnerChange(new ConversationState.Waiting(), "Wait."), null)));
        events.put("HandoffNotPlanned", new Event.HandoffNotPlanned(why));
        for (Moderator.ModerationVerdict verdict : Moderator.ModerationVerdict.values()) {
            events.put("Judged " + verdict, new Event.Judged(verdict));
        }
        events.put("Reserved", new Event.Reserved(MONEY));
        events.put("Exhausted", new Event.Exhausted("budget_day"));
        events.put("NotReserved", new Event.NotReserved("no_price"));
        events.put("Heard Started", new Event.Heard(new ChatEvent.Started("m", null, 1)));
        events.put("Heard Delta", new Event.Heard(new ChatEvent.Delta(" days.")));
        events.put("Heard Delta NO_ANSWER", new Event.Heard(new ChatEvent.Delta("NO_ANSWER\n")));
        for (FinishReason reason : FinishReason.values()) {
            events.put("Heard Finished " + reason,
                    new Event.Heard(new ChatEvent.Finished(reason, null, "m", false, List.of())));
        }
        events.put("Heard Finished, look()", calling("look", "{}"));
        events.put("Heard Finished, cancel()", calling("cancel", "{}"));
        events.put("Heard Finished, no_answer()", calling("no_answer", "{}"));
        events.put("Heard Finished, hand_over()", calling("hand_over", "{\"reason\":\"r\",\"summary\":\"s\"}"));
        events.put("HeardOut", new Event.HeardOut());
        events.put("ModelFailed", new Event.ModelFailed(ModelErrorKind.SERVER_ERROR, 3));
        events.put("ModelFailed, by policy", new Event.ModelFailed(ModelErrorKind.REFUSED_BY_POLICY, 1));
        events.put("Acted", new Event.Acted(List.of(
                new ActionResult(ActionResult.Outcome.DONE, "{}", "{\"title\":\"Order\"}", 200, 1))));
        events.put("Acted, uncertain", new Event.Acted(List.of(
                new ActionResult(ActionResult.Outcome.UNKNOWN, "{}", null, null, 1))));
        events.put("NotActed", new Event.NotActed(why));
        events.put("AskedForYes", new Event.AskedForYes());
        events.put("TextIsLate", new Event.TextIsLate());
        events.put("VisitorWrote, known", new Event.VisitorWrote(1));
        events.put("VisitorWrote, more", new Event.VisitorWrote(2));
        events.put("VisitorStopped", new Event.VisitorStopped());
        events.put("Withdrawn", new Event.Withdrawn());
        events.put("ReplicaStops", new Event.ReplicaStops());
        events.put("Stored", new Event.Stored(new Replied(new Message(2, Author.BOT, "Robin", "x", Instant.EPOCH, null,
                List.of(), "stop", "[]"), null)));
        events.put("Stored, more is open", new Event.Stored(new Replied(null, AnswerSamples.ANSWER)));
        events.put("NotStored", new Event.NotStored(why));
        events.put("Restarted", new Event.Restarted(AnswerSamples.ANSWER));
        events.put("Restarted elsewhere", new Event.Restarted(null));
        return events;
    }

    private static Event calling(String function, String arguments) {
        return new Event.Heard(new ChatEvent.Finished(FinishReason.STOP, null, "m", false,
                List.of(new ToolCall("1", function, arguments))));
    }

    @Test
    void evidenceOfAnEnd_isKept() {
        Evidence.Understood understood = new Evidence.Understood("en", "question", null, null);
        Step step = new Answering(AnswerSamples.ANSWER, EarlierAttempts.NONE, new AnswerSamples.AskingPlanner() {
            @Override
            public Plan open(TurnContext about) {
                return new Plan.Say("No.", Finish.NO_ANSWER, List.of(), Evidence.NONE.understoodAs(understood));
            }
        }).on(new State.Reading(), new Event.CaseRead(AnswerSamples.CASE));

        assertThat(step.effects()).filteredOn(Effect.Store.class::isInstance).singleElement()
                .extracting(effect -> ((Effect.Store) effect).reply().evidence().understood()).isEqualTo(understood);
    }
}
