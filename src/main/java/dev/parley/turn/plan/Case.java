package dev.parley.turn.plan;

import java.util.List;

import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.answer.BotTurns;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.handoff.HandoffSettings;
import dev.parley.language.Language;
import dev.parley.tenant.Tenant;
import dev.parley.tool.ActionCall;
import dev.parley.turn.Exchange;
import dev.parley.turn.Toolbox;
import dev.parley.understanding.Offer;
import dev.parley.understanding.Understood;

/**
 * Everything that the decisions of an answer need to know.
 *
 * @param wants what the visitor was understood to want
 * @param offer what the bot's last message offered
 * @param turns how far the bot has come by itself
 * @param yesFirst the first message is a yes, whatever came after it, or a yes in the bot's own words
 * @param agreed what earlier attempts at this answer have taken a yes for, or have begun
 */
public record Case(RunningAnswer answer, Tenant tenant, ConversationThread thread, Exchange exchange, Toolbox toolbox,
        Understood wants, Offer offer, HandoffSettings handoffs, BotTurns turns,
        boolean yesFirst, List<ActionCall> agreed) {
    /** Asked to leave a message, the visitor did; courtesy and another wish for a person are none. */
    boolean leavesMessage() {
        Long after = thread.messageWantedSeq();
        return after != null && exchange.open().stream().anyMatch(line -> line.seq() > after)
                && (exchange.unheard() || wants instanceof Understood.Question);
    }

    public Language language() {
        return wants.language();
    }
}
