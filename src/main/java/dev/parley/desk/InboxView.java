package dev.parley.desk;

import java.util.Locale;
import java.util.stream.Stream;

import dev.parley.platform.ParleyException;

/** Each list has its own database index. */
public enum InboxView {
    MINE("state = 'with_agent' AND agent_id = $2 AND (snoozed_until IS NULL OR snoozed_until <= $3)"),
    WAITING("state = 'waiting' AND (snoozed_until IS NULL OR snoozed_until <= $3)"),
    WITH_BOT("state = 'with_bot' AND (snoozed_until IS NULL OR snoozed_until <= $3)"),
    ALL("state <> 'closed' AND (snoozed_until IS NULL OR snoozed_until <= $3)"),
    SNOOZED("state <> 'closed' AND snoozed_until IS NOT NULL AND snoozed_until > $3"),
    CLOSED("state = 'closed'");

    private final String condition;

    InboxView(String condition) {
        this.condition = condition;
    }

    /** SQL; $2 is the agent and $3 the time. */
    String condition() {
        return condition;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static InboxView of(String wire) {
        return Stream.of(values()).filter(view -> view.wire().equals(wire)).findFirst()
                .orElseThrow(() -> ParleyException.invalid("bad_view",
                        "The parameter `view` is one of mine, waiting, with_bot, all, snoozed and closed."));
    }
}
