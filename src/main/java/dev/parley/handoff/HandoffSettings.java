package dev.parley.handoff;

import java.time.Duration;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.ParleyException;

/**
 * How a shop's people work; stored as JSON.
 *
 * @param assign whether waiting visitors are given to agents, or agents take them
 * @param capacity conversations that an agent is given at most at a time, where the agent's own number is not set
 * @param patienceSeconds how long a visitor waits while nobody is there
 * @param whenNobody what happens then
 */
@JsonNaming(SnakeCaseStrategy.class)
public record HandoffSettings(boolean assign, int capacity, int patienceSeconds, WhenNobody whenNobody,
        OfficeHours hours) {
    static final HandoffSettings DEFAULT = new HandoffSettings(false, 5, 120, WhenNobody.BACK_TO_BOT,
            OfficeHours.ALWAYS);

    /** What happens to a visitor who has waited while nobody was there. */
    public enum WhenNobody {
        /** Stays in line: somebody will come. */
        WAIT,
        /** The bot answers again. */
        BACK_TO_BOT,
        /** Back to the bot, with the request to leave an address and the question. */
        LEAVE_A_MESSAGE
    }

    public HandoffSettings {
        if (capacity < 1 || capacity > 1000) {
            throw ParleyException.invalid("bad_capacity", "The field `capacity` is a number from 1 to 1000.");
        }
        if (patienceSeconds < 10 || patienceSeconds > 86_400) {
            throw ParleyException.invalid("bad_patience", "The field `patience_seconds` is a number from 10 to 86400.");
        }
    }

    Duration patience() {
        return Duration.ofSeconds(patienceSeconds);
    }
}
