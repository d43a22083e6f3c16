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
 * How a shop's people work; stored as JSON.
 *
 * @param assign whether waiting visitors are given to agents, or agents take them
 * @param capacity conversations that an agent is given at most at a time, where the agent's own number is not set
 * @param patienceSeconds how long a visitor waits while nobody is there
 * @param whenNobody what happens then
 * @param mailTo whom a mail reaches then, where that is what happens
 * @param botHandsOver whether the bot calls for a person by itself
 * @param maxBotTurns after how many answers it does; null: the number of answers is no reason
 * @param afterUnanswered after how many questions in a row without an answer it does; 0: that is no reason
 * @param onAnger whether it does when the visitor is angry, and stays so
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandoffSettings(boolean assign, int capacity, int patienceSeconds, WhenNobody whenNobody,
        @Nullable String mailTo, OfficeHours hours, BotHandsOver botHandsOver, @Nullable Integer maxBotTurns,
        int afterUnanswered, boolean onAnger) {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    private static final int UNANSWERED = 2;
    private static final int MOST = 100;
    public static final HandoffSettings DEFAULT = new HandoffSettings(false, 5, 120, WhenNobody.BACK_TO_BOT, null,
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

    /** Whether the bot passes a conversation on of its own accord. The visitor's button works in any case. */
    public enum BotHandsOver {
        @JsonProperty("at_once")
        AT_ONCE,
        /** Once the visitor has said yes. */
        @JsonProperty("after_asking")
        AFTER_ASKING, @JsonProperty("never")
        NEVER
    }

    /** What a shop stored before the bot could hand over says nothing of it. */
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

    /** With a bot that hands over as it does where a shop has said nothing of it. */
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
        if (maxBotTurns != null && (maxBotTurns < 0 || maxBotTurns > MOST)) {
            throw ParleyException.field("max_bot_turns", "bad_max_bot_turns",
                    "is a number from 0 to 100, or left out.");
        }
        if (afterUnanswered < 0 || afterUnanswered > MOST) {
            throw ParleyException.field("after_unanswered", "bad_after_unanswered",
                    "is a number from 0 to 100.");
        }
    }

    /** The same with a bot that never hands over by itself. */
    public HandoffSettings withoutHandover() {
        return new HandoffSettings(assign, capacity, patienceSeconds, whenNobody, mailTo, hours, BotHandsOver.NEVER,
                null, 0, false);
    }

    /** Another one after every change. */
    public String etag() {
        return Etag.of(toString());
    }

    Duration patience() {
        return Duration.ofSeconds(patienceSeconds);
    }
}
