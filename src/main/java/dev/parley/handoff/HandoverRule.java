package dev.parley.handoff;

import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffReason;
import dev.parley.handoff.HandoffSettings.BotHandsOver;
import org.jspecify.annotations.Nullable;

/** Whether the bot calls for a person by itself. */
public final class HandoverRule {
    private HandoverRule() {}

    /**
     * What speaks for a person, as the bot is about to answer.
     *
     * @param wish the visitor clearly says so
     * @param accepted the visitor says yes to the bot's own offer
     * @param botDecided the model calls for one
     * @param sustainedAnger the visitor is angry, and was before
     * @param unansweredInRow with this question, if nothing was found for it
     * @param botTurns answers of the bot before this one
     */
    public record Signs(boolean wish, boolean accepted, boolean botDecided, boolean sustainedAnger, int unansweredInRow,
            int botTurns) {}

    /** What the bot does about it. */
    public sealed interface Decision {
        /** Answers, or says that it cannot. */
        record Not() implements Decision {}

        /** Offers a person; only a yes brings one. */
        record AskFirst(HandoffReason reason) implements Decision {}

        record HandOver(HandoffReason reason, HandoffBy by) implements Decision {}
    }

    /** A yes to the bot's offer has been asked for already; the rest is as the shop wants it. */
    public static Decision decide(HandoffSettings settings, Signs signs) {
        HandoffReason reason = reason(settings, signs);
        if (reason == null || settings.botHandsOver() == BotHandsOver.NEVER) {
            return new Decision.Not();
        }
        return settings.botHandsOver() == BotHandsOver.AFTER_ASKING && reason != HandoffReason.ACCEPTED
                ? new Decision.AskFirst(reason)
                : new Decision.HandOver(reason, by(reason));
    }

    /** For a recording that the visitor wants somebody to hear: that is a wish already, so that nobody is asked first. */
    public static Decision unheard(HandoffSettings settings) {
        return settings.botHandsOver() == BotHandsOver.NEVER
                ? new Decision.Not()
                : new Decision.HandOver(HandoffReason.RECORDING, by(HandoffReason.RECORDING));
    }

    /** An action may have been done or not, and only a person can find out. Nobody is asked first: the visitor has ordered something. */
    public static Decision uncertain(HandoffSettings settings) {
        return settings.botHandsOver() == BotHandsOver.NEVER
                ? new Decision.Not()
                : new Decision.HandOver(HandoffReason.ACTION, by(HandoffReason.ACTION));
    }

    /** The strongest: what the visitor says comes before what anybody concludes. */
    private static @Nullable HandoffReason reason(HandoffSettings settings, Signs signs) {
        Integer most = settings.maxBotTurns();
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
        } else if (most != null && signs.botTurns() >= most) {
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
