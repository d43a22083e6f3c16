package dev.parley.handoff;

import dev.parley.conversation.Conversations.Handover;
import org.jspecify.annotations.Nullable;

/**
 * What asking for a person would come to now.
 *
 * @param waits whether the visitor gets into line; else the bot keeps the conversation
 * @param sentence what happens next, for the visitor to read, in the conversation's language
 * @param handover carries it out, and tells the visitor the sentence
 * @param mailTo who of the shop gets a mail about it; null for nobody
 */
public record HandoffPlan(boolean waits, String sentence, Handover handover, @Nullable String mailTo) {
    /** For a bot that goes on, and says the sentence itself. */
    Handover toldByTheBot() {
        return waits ? handover : new Handover(handover.state(), "", handover.cause(), handover.wantsMessage());
    }

    /** Whether the visitor is to be told by the bot alone that a message is kept for the team. */
    public boolean keepsMessage() {
        return waits && handover.notice().isEmpty();
    }
}
