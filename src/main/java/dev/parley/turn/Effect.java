package dev.parley.turn;

import java.util.List;

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
import dev.parley.tool.ActionCall;
import dev.parley.turn.plan.Case;

/** Everything that an answer has done for it. What brings news says which {@link Event} it ends in, always exactly one. */
sealed interface Effect {
    /** Ends in {@link Event.CaseRead} or {@link Event.CaseNotRead}. */
    record Read() implements Effect {}

    /** Finds out what the visitor's yes or no is about. Ends in {@link Event.ConfirmationTaken} or {@link Event.CaseNotRead}. */
    record TakeConfirmation(Case about, boolean yes) implements Effect {}

    /** Ends in {@link Event.Found} or {@link Event.CaseNotRead}. */
    record Search(Case about, List<String> texts) implements Effect {}

    /** Ends in {@link Event.Rewritten}. */
    record Rewrite(ModelQuestion question, String spoken) implements Effect {}

    /** Looks up what a handover comes to now. Ends in {@link Event.HandoverPlanned} or {@link Event.HandoverNotPlanned}. */
    record PlanHandover(HandoffCause cause) implements Effect {}

    /** Stores the bot's last words and hands over, both or neither. Ends in {@link Event.Stored} or {@link Event.NotStored}. */
    record HandOver(Reply reply, HandoffPlan plan) implements Effect {}

    /** Checks a text for harm. Ends in {@link Event.Judged}. */
    record Judge(ModelQuestion question, String text) implements Effect {}

    /** Ends in {@link Event.Reserved}, {@link Event.Exhausted} or {@link Event.NotReserved}. */
    record Reserve(Call call) implements Effect {}

    /** Ends in {@link Event.HeardOut} or {@link Event.ModelFailed}, unless it is hung up; {@link Event.Heard} before that. */
    record Ask(ModelQuestion question) implements Effect {}

    /** Ends the call to the model. */
    record HangUp() implements Effect {}

    /** The call to the model is over; what was written is paid for. */
    record Settle(Reservation money, CallProgress progress, String written) implements Effect {}

    /** The money was set aside for a call that nobody wants any more. */
    record GiveBack(Reservation money) implements Effect {}

    /**
     * One after the other. Ends in {@link Event.Acted} or {@link Event.NotActed}. {@code agreed}: what the visitor has
     * agreed to, or an earlier attempt has begun.
     */
    record Act(Toolbox toolbox, List<ToolCall> calls, List<ActionCall> agreed) implements Effect {}

    /** Lets the actions wait for the visitor's yes to this question. Ends in {@link Event.AskedForYes} or {@link Event.NotActed}. */
    record AskForYes(Toolbox toolbox, List<ToolCall> calls, String question) implements Effect {}

    /** Tells visitor and agents what came of actions when the conversation is not the bot's any more. */
    record TellAside(String text) implements Effect {}

    /** Ends in {@link Event.TextIsLate} if nothing is shown until then. */
    record WaitForText() implements Effect {}

    /** Shows a piece of text to the visitor and keeps it. */
    record Show(String piece) implements Effect {}

    /** From here on the text grows unseen: a supervisor looks at it first. */
    record Mute() implements Effect {}

    /** Ends in {@link Event.Stored} or {@link Event.NotStored}. */
    record Store(Reply reply, boolean held) implements Effect {}

    /**
     * Ends in {@link Event.Restarted} or {@link Event.NotStored}. {@code settling}: waits a moment for what else the
     * visitor writes.
     */
    record Restart(boolean settling) implements Effect {}

    /** Whoever sees the answer grow hears that nothing comes of it. */
    record TellWithdrawn() implements Effect {}

    /** Begins the next answer, or a fresh attempt at this one. */
    record Begin(RunningAnswer answer, EarlierAttempts before) implements Effect {}

    /** The FAQ's own words have become the answer; what was spared is this call. */
    record CountSaved(SparedCall spared, String text) implements Effect {}

    /** The model wrote something of this kind that stands in no source. */
    record CountInvented(String kind) implements Effect {}

    record CountFallback(String reason) implements Effect {}

    record CountAction(String outcome) implements Effect {}

    record CountEnd(Finish finish) implements Effect {}

    /** Could not be answered or stored now; it is tried again when its lease lapses. */
    record LogLost(Throwable why) implements Effect {}

    /** A person is needed, and nobody could say who is there. */
    record LogNoHandover(Throwable why) implements Effect {}

    /** Was tried in vain too often; the visitor gets an apology. */
    record LogGivenUp(Throwable why) implements Effect {}

    /** Nothing follows. */
    record End() implements Effect {}
}
