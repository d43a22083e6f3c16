package dev.parley.handoff;

import dev.parley.conversation.Conversations.Handover;
import org.jspecify.annotations.Nullable;

/**
 * The effect of a request for a person.
 *
 * @param waits the visitor enters the queue; else the bot continues
 * @param sentence the notice to the visitor
 * @param handover applies the change with the notice
 * @param mailTo recipient of a mail; null for none
 */
public record HandoffPlan(boolean waits, String sentence, Handover handover, @Nullable String mailTo) {
    /** The bot says the sentence itself. */
    Handover toldByTheBot() {
        return waits ? handover : new Handover(handover.state(), "", handover.cause(), handover.wantsMessage());
    }

    /** True if only the bot tells the visitor that a message is kept for the team. */
    public boolean keepsMessage() {
        return waits && handover.notice().isEmpty();
    }
}
