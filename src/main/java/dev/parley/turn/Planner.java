package dev.parley.turn;

import java.util.List;

import dev.parley.faq.FaqMatch;
import dev.parley.model.ChatMessage;
import dev.parley.spend.Call;
import dev.parley.tool.Confirmations;
import dev.parley.tool.Tool;
import org.jspecify.annotations.Nullable;

/** What the decisions of an answer are made by. It asks nobody and waits for nothing. */
interface Planner {
    /** The first step, with the conversation read. */
    Plan open(Case about);

    /** The next step, with the action that waited for the visitor's yes or no; null when none did. */
    Plan confirmed(Case about, boolean yes, Confirmations.@Nullable Waiting waiting);

    /** The next step, with what was found for each text. */
    Plan found(Case about, Plan.Search search, List<List<FaqMatch>> matches);

    /** The same question with what came after it, which costs more. */
    Plan.Ask followedBy(Plan.Ask ask, List<ChatMessage> more, boolean mayCall);

    /** Asks for the visitor's yes to an action. */
    Plan.Say askForYes(Plan.Ask ask, Tool tool);

    /** Says that a card has what was looked for. */
    Plan.Say onCard(Plan.Say otherwise);

    /** Excuses the service, when nothing is known of the conversation. */
    Plan.Say apology();

    /** What is booked for an answer in the FAQ's own words when no model could be asked. */
    Call withoutModel(Case about);
}
