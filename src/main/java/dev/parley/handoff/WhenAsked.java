package dev.parley.handoff;

import dev.parley.conversation.HandoffBy;
import dev.parley.handoff.Availability.NobodyOnline;
import dev.parley.handoff.Availability.OutsideHours;
import dev.parley.handoff.Availability.SomebodyThere;
import dev.parley.handoff.HandoffSettings.WhenNobody;

/** What happens at once when a person is wanted, and what the visitor is told of it (src/docs/adr/0060-when-a-person-is-asked-for.md). */
final class WhenAsked {
    private WhenAsked() {}

    /** What the visitor is told. */
    enum Said {
        /** Somebody of the team has been told. */
        WAITING,
        /** Nobody is there this moment; if that stays so for a while, the bot goes on. */
        WAITING_A_WHILE,
        /** Nobody is there; they answer when they are back. */
        WAITING_FOR_THE_TEAM,
        /** The team is back at that time, and answers then. */
        WAITING_FOR_THE_HOURS,
        /** Nobody is there; the bot goes on. */
        NOBODY_NOW,
        /** The team is back at that time; the bot goes on. */
        NOBODY_OUTSIDE_HOURS,
        /** Nobody is there; a question and an address can be left. */
        LEAVE_A_MESSAGE
    }

    /** @param waits whether the visitor stands in line; else the bot keeps the conversation */
    record Outcome(boolean waits, Said said) {}

    static Outcome of(HandoffBy by, Availability availability, WhenNobody plan) {
        return switch (availability) {
            case SomebodyThere there -> new Outcome(true, Said.WAITING);
            case NobodyOnline nobody -> asksForItself(by) ? untilPatienceEnds(plan) : withNobody(plan);
            case OutsideHours closed -> outsideHours(plan);
        };
    }

    /** A visitor or a shop that asks has somebody's word; what the bot concludes by itself can wait for a better time. */
    private static boolean asksForItself(HandoffBy by) {
        return switch (by) {
            case VISITOR, SHOP -> true;
            case BOT, RULE -> false;
        };
    }

    private static Outcome untilPatienceEnds(WhenNobody plan) {
        return new Outcome(true, plan == WhenNobody.WAIT ? Said.WAITING_FOR_THE_TEAM : Said.WAITING_A_WHILE);
    }

    private static Outcome withNobody(WhenNobody plan) {
        return switch (plan) {
            case WAIT -> new Outcome(true, Said.WAITING_FOR_THE_TEAM);
            case BACK_TO_BOT -> new Outcome(false, Said.NOBODY_NOW);
            case LEAVE_A_MESSAGE, MAIL -> new Outcome(false, Said.LEAVE_A_MESSAGE);
        };
    }

    private static Outcome outsideHours(WhenNobody plan) {
        return switch (plan) {
            case WAIT -> new Outcome(true, Said.WAITING_FOR_THE_HOURS);
            case BACK_TO_BOT -> new Outcome(false, Said.NOBODY_OUTSIDE_HOURS);
            case LEAVE_A_MESSAGE, MAIL -> new Outcome(false, Said.LEAVE_A_MESSAGE);
        };
    }
}
