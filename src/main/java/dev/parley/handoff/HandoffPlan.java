package dev.parley.handoff;

import dev.parley.conversation.Conversations.Handover;
import org.jspecify.annotations.Nullable;

/** The visitor {@code waits}, or the bot continues. {@code handover} applies it; {@code mailTo} may be null. */
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
