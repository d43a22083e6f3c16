package dev.parley.turn;

import java.util.List;

import dev.parley.action.ActionCall;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.Reply;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.handoff.HandoffPlan;
import dev.parley.lane.CallProgress;
import dev.parley.lane.ModelQuestion;
import dev.parley.model.ToolCall;
import dev.parley.spend.Call;
import dev.parley.spend.Reservation;
import dev.parley.turn.plan.Toolbox;
import dev.parley.turn.plan.TurnContext;

/** I/O of an answer. An effect that reports back names its {@link Event}s, exactly one of which follows. */
sealed interface Effect {
    /** Ends in {@link Event.CaseRead} or {@link Event.CaseNotRead}. */
    record Read() implements Effect {}

    /** Interprets a yes or no. Ends in {@link Event.ConfirmationTaken} or {@link Event.CaseNotRead}. */
    record TakeConfirmation(TurnContext about, boolean yes) implements Effect {}

    /** Ends in {@link Event.ChatConversation} or {@link Event.CaseNotRead}. */
    record Search(TurnContext about, List<String> texts) implements Effect {}

    /** Ends in {@link Event.Rewritten}. */
    record Rewrite(ModelQuestion question, String spoken) implements Effect {}

    /** Ends in {@link Event.HandoffPlanned} or {@link Event.HandoffNotPlanned}. */
    record PlanHandoff(HandoffCause cause) implements Effect {}

    /** Atomic. Ends in {@link Event.StoredKey} or {@link Event.NotStored}. */
    record HandOff(Reply reply, HandoffPlan plan) implements Effect {}

    /** Moderation. Ends in {@link Event.Judged}. */
    record Judge(ModelQuestion question, String text) implements Effect {}

    /** Ends in {@link Event.Reserved}, {@link Event.Exhausted} or {@link Event.NotReserved}. */
    record Reserve(Call call) implements Effect {}

    /** Ends in {@link Event.HeardOut} or {@link Event.ModelFailed} unless hung up; emits {@link Event.LastTotals}. */
    record Ask(ModelQuestion question) implements Effect {}

    record HangUp() implements Effect {}

    record Settle(Reservation money, CallProgress progress, String written) implements Effect {}

    /** For a call that is no longer wanted. */
    record GiveBack(Reservation money) implements Effect {}

    /** In sequence. Ends in {@link Event.Acted} or {@link Event.NotActed}. */
    record Act(Toolbox toolbox, List<ToolCall> calls, List<ActionCall> agreed) implements Effect {}

    /** Stores the request for consent. Ends in {@link Event.AskedForYes} or {@link Event.NotActed}. */
    record AskForYes(Toolbox toolbox, List<ToolCall> calls, String question) implements Effect {}

    /** Reports actions after the owner has changed. */
    record TellAside(String text) implements Effect {}

    /** Ends in {@link Event.TextIsLate} unless text is shown before. */
    record WaitForText() implements Effect {}

    record Show(String piece) implements Effect {}

    /** Later text is not shown: a supervisor approves it first. */
    record Mute() implements Effect {}

    /** Ends in {@link Event.StoredKey} or {@link Event.NotStored}. */
    record Store(Reply reply, boolean held) implements Effect {}

    /** Ends in {@link Event.Restarted} or {@link Event.NotStored}. {@code settling}: waits for more messages. */
    record Restart(boolean settling) implements Effect {}

    /** Tells followers that nothing comes of the answer. */
    record TellWithdrawn() implements Effect {}

    /** The next answer, or a fresh attempt. */
    record Begin(RunningAnswer answer, EarlierAttempts before) implements Effect {}

    /** Books an FAQ answer and the call it avoided. */
    record CountSaved(SparedCall spared, String text) implements Effect {}

    /** A fact without a source. */
    record CountInvented(String kind) implements Effect {}

    record CountFallback(String reason) implements Effect {}

    record CountAction(String outcome) implements Effect {}

    record CountEnd(Finish finish) implements Effect {}

    /** Another attempt follows when the lease expires. */
    record LogLost(Throwable why) implements Effect {}

    record LogNoHandoff(Throwable why) implements Effect {}

    /** Failed too often; the visitor gets an apology. */
    record LogGivenUp(Throwable why) implements Effect {}

    record End() implements Effect {}
}
