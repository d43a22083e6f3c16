package dev.parley.handoff;

import dev.parley.conversation.Conversations.OwnerChange;
import org.jspecify.annotations.Nullable;

/** The visitor {@code waits}, or the bot continues. {@code change} applies it; {@code mailTo} may be null. */
public record HandoffPlan(boolean waits, String sentence, OwnerChange change, @Nullable String mailTo) {
    /** The bot says the sentence itself. */
    OwnerChange toldByTheBot() {
        return waits ? change : new OwnerChange(change.state(), "", change.cause(), change.wantsMessage());
    }

    /** True if only the bot tells the visitor that a message is kept for the team. */
    public boolean keepsMessage() {
        return waits && change.notice().isEmpty();
    }
}
