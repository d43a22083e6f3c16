package dev.parley.turn.plan;

import java.util.List;
import java.util.Optional;

import dev.parley.action.Consent;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.answer.Evidence;
import dev.parley.faq.FaqFound;
import dev.parley.handoff.HandoffPlan;
import dev.parley.model.ChatMessage;
import dev.parley.model.ToolCall;
import dev.parley.prompt.StructuredEnd;
import dev.parley.spend.Call;
import org.jspecify.annotations.Nullable;

/** Pure decisions of an answer. */
public interface Planner {
    /** True if a model's facts must have a source before they are shown. */
    boolean checksFacts();

    Plan open(TurnContext about);

    Plan confirmed(TurnContext about, boolean yes, Consent consent);

    Plan found(TurnContext about, Plan.Search search, List<FaqFound> found);

    /** A null {@code question}: the model gave none. */
    Plan rewritten(TurnContext about, Plan.Rewrite rewrite, @Nullable String question);

    /** The model declines to answer. */
    Plan ended(TurnContext about, Plan.Ask ask, StructuredEnd end);

    /** Adds what the model invented. */
    Plan.Ask warned(Plan.Ask ask, List<String> invented);

    /** Adds messages, which raises the cost. */
    Plan.Ask followedBy(Plan.Ask ask, List<ChatMessage> more, boolean mayCall);

    /** For those calls that need consent. */
    Plan.Say askForYes(TurnContext about, Plan.Ask ask, List<ToolCall> calls);

    /** Empty if nothing was changed. */
    String outcome(TurnContext about, List<Evidence.Action> done);

    /** The card has what was looked for. */
    Plan.Say onCard(TurnContext about, Plan.Say otherwise);

    /** For a slow action. */
    String stillAtIt(TurnContext about);

    /** After an unknown outcome; empty if the bot never hands over. */
    Optional<HandoffCause> uncertain(TurnContext about, List<Evidence.Action> done);

    String handoffText(TurnContext about, HandoffPlan plan);

    /** If the handoff could not be planned. */
    Plan.Say offer(TurnContext about);

    /** Null: nothing is known of the conversation. */
    Plan.Say apology(@Nullable TurnContext about);

    /** The ledger entry of an FAQ answer without a model. */
    Call withoutModel(TurnContext about);
}
