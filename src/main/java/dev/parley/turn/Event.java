package dev.parley.turn;

import java.util.List;

import dev.parley.conversation.Replied;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.faq.FaqFound;
import dev.parley.handoff.HandoffPlan;
import dev.parley.lane.Moderator;
import dev.parley.model.ChatEvent;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.Usage;
import dev.parley.spend.Reservation;
import dev.parley.tool.ActionResult;
import dev.parley.tool.Consent;
import dev.parley.turn.plan.Case;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to an answer. */
sealed interface Event {
    /** The conversation, its shop and the actions for its visitor. */
    record CaseRead(Case about) implements Event {}

    /** Most often storage failed. */
    record CaseNotRead(Throwable why) implements Event {}

    /** The next step could not be decided: the prompt has no room for the question, say. */
    record Undecided(Throwable why) implements Event {}

    /** What the visitor's yes or no is about. */
    record ConfirmationTaken(Consent consent) implements Event {}

    /** What was found for each text that was searched for, in their order. */
    record Found(List<FaqFound> found) implements Event {}

    /** The question as a model puts it; null when it did not, or not in time. */
    record Rewritten(@Nullable String question) implements Event {}

    record HandoverPlanned(HandoffPlan plan) implements Event {}

    record HandoverNotPlanned(Throwable why) implements Event {}

    /** What the check for harm says of the question, or of what the model wrote. */
    record Judged(Moderator.Verdict verdict) implements Event {}

    record Reserved(Reservation money) implements Event {}

    /** The call would break this limit. */
    record Exhausted(String limit) implements Event {}

    /** No money could be set aside, for this reason. */
    record NotReserved(String reason) implements Event {}

    record Heard(ChatEvent said) implements Event {}

    /** The stream ended. */
    record HeardOut() implements Event {}

    record ModelFailed(ModelErrorKind kind, int attempts, @Nullable Usage counted) implements Event {
        ModelFailed(ModelErrorKind kind, int attempts) {
            this(kind, attempts, null);
        }
    }

    /** What came of the actions, in the order of their calls. */
    record Acted(List<ActionResult> results) implements Event {}

    record NotActed(Throwable why) implements Event {}

    /** The question for the visitor's yes is stored. */
    record AskedForYes() implements Event {}

    /** The visitor has waited long enough for the first text. */
    record TextIsLate() implements Event {}

    /** The newest question has this number. */
    record VisitorWrote(long seq) implements Event {}

    /** The visitor has had enough. */
    record VisitorStopped() implements Event {}

    /** Somebody else owns the conversation now, or another attempt has taken this one's place. */
    record Withdrawn() implements Event {}

    /** This replica stops; another will take the answer over. */
    record ReplicaStops() implements Event {}

    record Stored(Replied replied) implements Event {}

    record NotStored(Throwable why) implements Event {}

    /** A fresh attempt has taken this one's place; null when another replica holds the answer. */
    record Restarted(@Nullable RunningAnswer fresh) implements Event {}
}
