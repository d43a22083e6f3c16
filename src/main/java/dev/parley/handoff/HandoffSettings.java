package dev.parley.handoff;

import java.time.Duration;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/**
 * How a shop's people work; stored as JSON.
 *
 * @param assign whether waiting visitors are given to agents, or agents take them
 * @param capacity conversations that an agent is given at most at a time, where the agent's own number is not set
 * @param patienceSeconds how long a visitor waits while nobody is there
 * @param whenNobody what happens then
 * @param mailTo whom a mail reaches then, where that is what happens
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandoffSettings(boolean assign, int capacity, int patienceSeconds, WhenNobody whenNobody,
        @Nullable String mailTo, OfficeHours hours) {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    static final HandoffSettings DEFAULT = new HandoffSettings(false, 5, 120, WhenNobody.BACK_TO_BOT, null,
            OfficeHours.ALWAYS);

    /** What happens to a visitor who has waited while nobody was there. */
    public enum WhenNobody {
        /** Stays in line: somebody will come. */
        @JsonProperty("wait")
        WAIT,
        /** The bot answers again. */
        @JsonProperty("back_to_bot")
        BACK_TO_BOT,
        /** Back to the bot, with the request to leave an address and the question. */
        @JsonProperty("leave_a_message")
        LEAVE_A_MESSAGE,
        /** The same, and somebody of the shop gets a mail with the way there. */
        @JsonProperty("mail")
        MAIL
    }

    public HandoffSettings {
        if (capacity < 1 || capacity > 1000) {
            throw ParleyException.invalid("bad_capacity", "The field `capacity` is a number from 1 to 1000.");
        }
        if (patienceSeconds < 10 || patienceSeconds > 86_400) {
            throw ParleyException.invalid("bad_patience", "The field `patience_seconds` is a number from 10 to 86400.");
        }
        if (mailTo != null && (mailTo.length() > 254 || !ADDRESS.matcher(mailTo).matches())) {
            throw ParleyException.invalid("bad_mail_to", "The field `mail_to` is one e-mail address.");
        }
        if (whenNobody == WhenNobody.MAIL && mailTo == null) {
            throw ParleyException.invalid("mail_to_missing", "The field `mail_to` says who gets the mail.");
        }
    }

    Duration patience() {
        return Duration.ofSeconds(patienceSeconds);
    }
}
