package dev.parley.turn;

import java.util.List;

import dev.parley.action.ActionResult;
import dev.parley.action.Consent;
import dev.parley.conversation.Replied;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.faq.FaqFound;
import dev.parley.handoff.HandoffPlan;
import dev.parley.lane.Moderator;
import dev.parley.model.ChatEvent;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.Usage;
import dev.parley.spend.Reservation;
import dev.parley.turn.plan.TurnContext;
import org.jspecify.annotations.Nullable;

sealed interface Event {
    record CaseRead(TurnContext about) implements Event {}

    /** Usually a storage failure. */
    record CaseNotRead(Throwable why) implements Event {}

    /** For example, the question does not fit into the prompt. */
    record Undecided(Throwable why) implements Event {}

    record ConfirmationTaken(Consent consent) implements Event {}

    /** In the order of the texts. */
    record EntriesFound(List<FaqFound> found) implements Event {}

    /** Null if the model gave none in time. */
    record Rewritten(@Nullable String question) implements Event {}

    record HandoffPlanned(HandoffPlan plan) implements Event {}

    record HandoffNotPlanned(Throwable why) implements Event {}

    record Judged(Moderator.ModerationVerdict verdict) implements Event {}

    record Reserved(Reservation money) implements Event {}

    record Exhausted(String limit) implements Event {}

    record NotReserved(String reason) implements Event {}

    record Heard(ChatEvent said) implements Event {}

    /** The stream ended. */
    record HeardOut() implements Event {}

    record ModelFailed(ModelErrorKind kind, int attempts, @Nullable Usage counted) implements Event {
        ModelFailed(ModelErrorKind kind, int attempts) {
            this(kind, attempts, null);
        }
    }

    /** In the order of the calls. */
    record Acted(List<ActionResult> results) implements Event {}

    record NotActed(Throwable why) implements Event {}

    record AskedForYes() implements Event {}

    /** The deadline for the first text. */
    record TextIsLate() implements Event {}

    /** {@code seq} is the newest question. */
    record VisitorWrote(long seq) implements Event {}

    record VisitorStopped() implements Event {}

    /** The owner changed, or another attempt took over. */
    record Withdrawn() implements Event {}

    record ReplicaStops() implements Event {}

    record Stored(Replied replied) implements Event {}

    record NotStored(Throwable why) implements Event {}

    /** Null if another replica holds the answer. */
    record Restarted(@Nullable RunningAnswer fresh) implements Event {}
}
