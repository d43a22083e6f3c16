package dev.parley.turn.plan;

import java.util.List;
import java.util.Optional;

import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.answer.Evidence;
import dev.parley.faq.FaqFound;
import dev.parley.handoff.HandoffPlan;
import dev.parley.model.ChatMessage;
import dev.parley.model.ToolCall;
import dev.parley.prompt.StructuredEnd;
import dev.parley.spend.Call;
import dev.parley.tool.Consent;
import org.jspecify.annotations.Nullable;

/** What the decisions of an answer are made by. It asks nobody and waits for nothing. */
public interface Planner {
    /** Whether what a model writes must stand in a source before it is shown. */
    boolean checksFacts();

    /** The first step, with the conversation read. */
    Plan open(Case about);

    /** The next step, with what the visitor's yes or no is about. */
    Plan confirmed(Case about, boolean yes, Consent consent);

    /** The next step, with what was found for each text. */
    Plan found(Case about, Plan.Search search, List<FaqFound> found);

    /** The next step, with the question as a model puts it; null when it did not. */
    Plan rewritten(Case about, Plan.Rewrite rewrite, @Nullable String question);

    /** The next step, when the model says that it does not answer. */
    Plan ended(Case about, Plan.Ask ask, StructuredEnd end);

    /** The same question, with what the model made up when it was asked before. */
    Plan.Ask warned(Plan.Ask ask, List<String> invented);

    /** The same question with what came after it, which costs more. */
    Plan.Ask followedBy(Plan.Ask ask, List<ChatMessage> more, boolean mayCall);

    /** Asks for the visitor's yes to those of the calls that need one. */
    Plan.Say askForYes(Case about, Plan.Ask ask, List<ToolCall> calls);

    /** Says what came of actions that change something; empty where none was carried out. */
    String outcome(Case about, List<Evidence.Action> done);

    /** Says that a card has what was looked for. */
    Plan.Say onCard(Case about, Plan.Say otherwise);

    /** Says that an action takes long. */
    String stillAtIt(Case about);

    /** Why a person must see to an action of which nobody knows whether it was done; empty where the bot never hands over. */
    Optional<HandoffCause> uncertain(Case about, List<Evidence.Action> done);

    /** What the bot says when it passes the conversation on. */
    String handingOver(Case about, HandoffPlan plan);

    /** Offers a person, when handing over could not be planned. */
    Plan.Say offer(Case about);

    /** Excuses the service; null: nothing is known of the conversation. */
    Plan.Say apology(@Nullable Case about);

    /** What is booked for an answer in the FAQ's own words when no model could be asked. */
    Call withoutModel(Case about);
}
