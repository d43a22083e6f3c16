package dev.parley.handoff;

import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffReason;
import dev.parley.handoff.HandoffSettings.BotHandsOver;
import org.jspecify.annotations.Nullable;

public final class HandoffDecision {
    private HandoffDecision() {}

    /**
     * Signs that a person is needed, before the bot answers.
     *
     * @param wish a clear request
     * @param accepted yes to the bot's offer
     * @param botDecided the model requests a handoff
     * @param sustainedAnger anger, now and before
     * @param unansweredInRow includes this question if nothing was found
     */
    public record Signs(boolean wish, boolean accepted, boolean botDecided, boolean sustainedAnger, int unansweredInRow,
            int botTurns) {}

    public sealed interface Decision {
        record Not() implements Decision {}

        /** Offers a person and waits for a yes. */
        record AskFirst(HandoffReason reason) implements Decision {}

        record HandOff(HandoffReason reason, HandoffBy by) implements Decision {}
    }

    /** A yes to the bot's offer counts as consent; otherwise the shop's settings decide. */
    public static Decision decide(HandoffSettings settings, Signs signs) {
        HandoffReason reason = reason(settings, signs);
        if (reason == null || settings.botHandsOver() == BotHandsOver.NEVER) {
            return new Decision.Not();
        }
        return settings.botHandsOver() == BotHandsOver.AFTER_ASKING && reason != HandoffReason.ACCEPTED
                ? new Decision.AskFirst(reason)
                : new Decision.HandOff(reason, by(reason));
    }

    /** For a recording without transcript: sending it counts as a request. */
    public static Decision unheard(HandoffSettings settings) {
        return settings.botHandsOver() == BotHandsOver.NEVER
                ? new Decision.Not()
                : new Decision.HandOff(HandoffReason.RECORDING, by(HandoffReason.RECORDING));
    }

    /** For an action with unknown outcome, which only a person can clarify. Hands over without asking. */
    public static Decision uncertain(HandoffSettings settings) {
        return settings.botHandsOver() == BotHandsOver.NEVER
                ? new Decision.Not()
                : new Decision.HandOff(HandoffReason.ACTION, by(HandoffReason.ACTION));
    }

    /** The strongest: what the visitor says comes before conclusions. */
    private static @Nullable HandoffReason reason(HandoffSettings settings, Signs signs) {
        Integer max = settings.maxBotTurns();
        if (signs.accepted()) {
            return HandoffReason.ACCEPTED;
        } else if (signs.wish()) {
            return HandoffReason.ASKED;
        } else if (signs.sustainedAnger() && settings.onAnger()) {
            return HandoffReason.ANGER;
        } else if (signs.botDecided()) {
            return HandoffReason.BOT_DECIDED;
        } else if (settings.afterUnanswered() > 0 && signs.unansweredInRow() >= settings.afterUnanswered()) {
            return HandoffReason.UNANSWERED;
        } else if (max != null && signs.botTurns() >= max) {
            return HandoffReason.MANY_TURNS;
        }
        return null;
    }

    private static HandoffBy by(HandoffReason reason) {
        return switch (reason) {
            case ASKED, ACCEPTED, RECORDING, LEFT_MESSAGE -> HandoffBy.VISITOR;
            case BOT_DECIDED -> HandoffBy.BOT;
            case UNANSWERED, MANY_TURNS, ANGER, ACTION -> HandoffBy.RULE;
        };
    }
}
