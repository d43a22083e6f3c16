package dev.parley.handoff;

import dev.parley.conversation.HandoffBy;
import dev.parley.handoff.Availability.NobodyOnline;
import dev.parley.handoff.Availability.OutsideHours;
import dev.parley.handoff.Availability.SomebodyThere;
import dev.parley.handoff.HandoffSettings.WhenNobody;

/** What happens at once when a person is requested (src/docs/adr/0060-when-a-person-is-asked-for.md). */
final class WhenAsked {
    private WhenAsked() {}

    enum Said {
        /** The team was informed. */
        WAITING,
        /** Nobody is there; the bot continues if that lasts. */
        WAITING_A_WHILE,
        /** Nobody is there; they answer later. */
        WAITING_FOR_THE_TEAM,
        /** The team is back at that time and answers then. */
        WAITING_FOR_THE_HOURS,
        /** Nobody is there; the bot continues. */
        NOBODY_NOW,
        /** The team is back at that time; the bot continues. */
        NOBODY_OUTSIDE_HOURS,
        /** Nobody is there; the visitor can leave a question and an address. */
        LEAVE_A_MESSAGE
    }

    /** {@code waits}: the visitor enters the queue; else the bot continues. */
    record HandoffOutcome(boolean waits, Said said) {}

    static HandoffOutcome of(HandoffBy by, Availability availability, WhenNobody plan) {
        return switch (availability) {
            case SomebodyThere there -> new HandoffOutcome(true, Said.WAITING);
            case NobodyOnline nobody -> asksForItself(by) ? untilPatienceEnds(plan) : withNobody(plan);
            case OutsideHours closed -> outsideHours(plan);
        };
    }

    /** Requests by visitors and shops are explicit; the bot's own conclusion can wait. */
    private static boolean asksForItself(HandoffBy by) {
        return switch (by) {
            case VISITOR, SHOP -> true;
            case BOT, RULE -> false;
        };
    }

    private static HandoffOutcome untilPatienceEnds(WhenNobody plan) {
        return new HandoffOutcome(true, plan == WhenNobody.WAIT ? Said.WAITING_FOR_THE_TEAM : Said.WAITING_A_WHILE);
    }

    private static HandoffOutcome withNobody(WhenNobody plan) {
        return switch (plan) {
            case WAIT -> new HandoffOutcome(true, Said.WAITING_FOR_THE_TEAM);
            case BACK_TO_BOT -> new HandoffOutcome(false, Said.NOBODY_NOW);
            case LEAVE_A_MESSAGE, MAIL -> new HandoffOutcome(false, Said.LEAVE_A_MESSAGE);
        };
    }

    private static HandoffOutcome outsideHours(WhenNobody plan) {
        return switch (plan) {
            case WAIT -> new HandoffOutcome(true, Said.WAITING_FOR_THE_HOURS);
            case BACK_TO_BOT -> new HandoffOutcome(false, Said.NOBODY_OUTSIDE_HOURS);
            case LEAVE_A_MESSAGE, MAIL -> new HandoffOutcome(false, Said.LEAVE_A_MESSAGE);
        };
    }
}
