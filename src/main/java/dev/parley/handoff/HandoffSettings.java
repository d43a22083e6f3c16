package dev.parley.handoff;

import java.time.Duration;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.Etag;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/**
 * A shop's handoff settings, stored as JSON.
 *
 * @param assign waiting visitors are assigned; else agents claim them
 * @param capacity assigned conversations per agent, by default
 * @param patienceSeconds how long a visitor waits while nobody is there
 * @param mailTo for {@link WhenNobody#MAIL}
 * @param maxBotTurns the bot hands over after so many answers; null: never for that reason
 * @param afterUnanswered the bot hands over after so many unanswered questions in a row; 0: never for that reason
 * @param onAnger the bot hands over if anger persists
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandoffSettings(boolean assign, int capacity, int patienceSeconds, WhenNobody whenNobody,
        @Nullable String mailTo, OfficeHours hours, BotHandsOver botHandsOver, @Nullable Integer maxBotTurns,
        int afterUnanswered, boolean onAnger) {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    private static final int UNANSWERED = 2;
    private static final int MAX_COUNT = 100;
    public static final HandoffSettings DEFAULT = new HandoffSettings(false, 5, 120, WhenNobody.BACK_TO_BOT, null,
            OfficeHours.ALWAYS);

    /** After the patience is exhausted. */
    public enum WhenNobody {
        @JsonProperty("wait")
        WAIT, @JsonProperty("back_to_bot")
        BACK_TO_BOT,
        /** The bot asks for an address and the question. */
        @JsonProperty("leave_a_message")
        LEAVE_A_MESSAGE,
        /** Like LEAVE_A_MESSAGE, and the shop gets a mail with a link. */
        @JsonProperty("mail")
        MAIL
    }

    /** Whether the bot hands over on its own. The visitor's button always works. */
    public enum BotHandsOver {
        @JsonProperty("at_once")
        AT_ONCE,
        /** After the visitor's yes. */
        @JsonProperty("after_asking")
        AFTER_ASKING,
        @JsonProperty("never")
        NEVER
    }

    /** Older stored settings lack the bot's values. */
    @JsonCreator
    static HandoffSettings read(@JsonProperty("assign") boolean assign, @JsonProperty("capacity") int capacity,
            @JsonProperty("patience_seconds") int patienceSeconds,
            @JsonProperty("when_nobody") WhenNobody whenNobody, @JsonProperty("mail_to") @Nullable String mailTo,
            @JsonProperty("hours") OfficeHours hours,
            @JsonProperty("bot_hands_over") @Nullable BotHandsOver botHandsOver,
            @JsonProperty("max_bot_turns") @Nullable Integer maxBotTurns,
            @JsonProperty("after_unanswered") @Nullable Integer afterUnanswered,
            @JsonProperty("on_anger") @Nullable Boolean onAnger) {
        return new HandoffSettings(assign, capacity, patienceSeconds, whenNobody, mailTo, hours,
                botHandsOver == null ? BotHandsOver.AT_ONCE : botHandsOver, maxBotTurns,
                afterUnanswered == null ? UNANSWERED : afterUnanswered, onAnger == null || onAnger);
    }

    /** With default values for the bot. */
    public HandoffSettings(boolean assign, int capacity, int patienceSeconds, WhenNobody whenNobody,
            @Nullable String mailTo, OfficeHours hours) {
        this(assign, capacity, patienceSeconds, whenNobody, mailTo, hours, BotHandsOver.AT_ONCE, null, UNANSWERED,
                true);
    }

    public HandoffSettings {
        if (capacity < 1 || capacity > 1000) {
            throw ParleyException.field("capacity", "bad_capacity", "is a number from 1 to 1000.");
        }
        if (patienceSeconds < 10 || patienceSeconds > 86_400) {
            throw ParleyException.field("patience_seconds", "bad_patience", "is a number from 10 to 86400.");
        }
        if (mailTo != null && (mailTo.length() > 254 || !ADDRESS.matcher(mailTo).matches())) {
            throw ParleyException.field("mail_to", "bad_mail_to", "is one e-mail address.");
        }
        if (whenNobody == WhenNobody.MAIL && mailTo == null) {
            throw ParleyException.field("mail_to", "mail_to_missing", "says who gets the mail.");
        }
        if (maxBotTurns != null && (maxBotTurns < 0 || maxBotTurns > MAX_COUNT)) {
            throw ParleyException.field("max_bot_turns", "bad_max_bot_turns",
                    "is a number from 0 to 100, or left out.");
        }
        if (afterUnanswered < 0 || afterUnanswered > MAX_COUNT) {
            throw ParleyException.field("after_unanswered", "bad_after_unanswered",
                    "is a number from 0 to 100.");
        }
    }

    public HandoffSettings withoutHandoff() {
        return new HandoffSettings(assign, capacity, patienceSeconds, whenNobody, mailTo, hours, BotHandsOver.NEVER,
                null, 0, false);
    }

    public String etag() {
        return Etag.of(toString());
    }

    Duration patience() {
        return Duration.ofSeconds(patienceSeconds);
    }
}
