package dev.parley.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Parley's own sentences to visitors. Each has at most one placeholder. */
public enum Sentence {
    GREETING,
    THANKS,
    GOODBYE,
    /** Reply to "ok" or a thumb. */
    ACKNOWLEDGED,
    /** Offers a person; followed by the shop's hint if that is in the same language. */
    NO_ANSWER,
    ASK_BACK,
    REFUSED,
    APOLOGY,
    /** The value is the shop's description of the action. */
    CONFIRM("what"),
    /** The value is the shop's description of the action with its arguments; also below. */
    ACTION_DONE("what"),
    ACTION_NOT_DONE("what"),
    /** The outcome is unknown. */
    ACTION_UNCERTAIN("what"),
    /** A slow action. */
    STILL_AT_IT,
    LEFT_ALONE,
    ON_CARD,
    HANDOFF,
    OFFER_PERSON,
    OFFER_DECLINED,
    WAITING,
    /** Nobody is available; the bot continues if nobody comes soon. */
    WAITING_A_WHILE,
    /** Nobody is available; the visitor keeps the place in the queue. */
    WAITING_FOR_THE_TEAM,
    /** The value is a localized day and time; also below. */
    WAITING_FOR_THE_HOURS("opens"),
    NOBODY_NOW,
    NOBODY_OUTSIDE_HOURS("opens"),
    CLOSED,
    /** The value is the agent's name. */
    JOINED("agent"),
    WITH_BOT_AGAIN,
    PASSED_ON,
    NOBODY,
    LEAVE_A_MESSAGE,
    MESSAGE_KEPT,
    SUSPENDED;

    private final @Nullable String place;

    Sentence() {
        this.place = null;
    }

    Sentence(String place) {
        this.place = place;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Sentence> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** Name of the placeholder in a shop's own sentence; null if there is none. */
    @Nullable
    String place() {
        return place == null ? null : "{" + place + "}";
    }

    String in(SentenceMessages messages, String value) {
        return switch (this) {
            case GREETING -> messages.greeting();
            case THANKS -> messages.thanks();
            case GOODBYE -> messages.goodbye();
            case ACKNOWLEDGED -> messages.acknowledged();
            case NO_ANSWER -> messages.noAnswer();
            case ASK_BACK -> messages.askBack();
            case REFUSED -> messages.refused();
            case APOLOGY -> messages.apology();
            case CONFIRM -> messages.confirm(value);
            case ACTION_DONE -> messages.actionDone(value);
            case ACTION_NOT_DONE -> messages.actionNotDone(value);
            case ACTION_UNCERTAIN -> messages.actionUncertain(value);
            case STILL_AT_IT -> messages.stillAtIt();
            case LEFT_ALONE -> messages.leftAlone();
            case ON_CARD -> messages.onCard();
            case HANDOFF -> messages.handoff();
            case OFFER_PERSON -> messages.offerPerson();
            case OFFER_DECLINED -> messages.offerDeclined();
            case WAITING -> messages.waiting();
            case WAITING_A_WHILE -> messages.waitingAWhile();
            case WAITING_FOR_THE_TEAM -> messages.waitingForTheTeam();
            case WAITING_FOR_THE_HOURS -> messages.waitingForTheHours(value);
            case NOBODY_NOW -> messages.nobodyNow();
            case NOBODY_OUTSIDE_HOURS -> messages.nobodyOutsideHours(value);
            case CLOSED -> messages.closed();
            case JOINED -> messages.joined(value);
            case WITH_BOT_AGAIN -> messages.withBotAgain();
            case PASSED_ON -> messages.passedOn();
            case NOBODY -> messages.nobody();
            case LEAVE_A_MESSAGE -> messages.leaveAMessage();
            case MESSAGE_KEPT -> messages.messageKept();
            case SUSPENDED -> messages.suspended();
        };
    }
}
