package dev.parley.turn.plan;

import java.util.List;

import dev.parley.action.ActionCall;
import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.answer.BotTurns;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.handoff.HandoffSettings;
import dev.parley.language.Language;
import dev.parley.tenant.Tenant;
import dev.parley.understanding.Offer;
import dev.parley.understanding.Understood;

/** {@code yesFirst}: the first message is a yes; {@code agreed} includes actions begun in earlier attempts. */
public record TurnContext(RunningAnswer answer, Tenant shop, ConversationThread thread, Exchange exchange,
        Toolbox toolbox,
        Understood wants, Offer offer, HandoffSettings handoffs, BotTurns turns,
        boolean yesFirst, List<ActionCall> agreed) {
    /** True for a message that was asked for; courtesies and requests for a person do not count. */
    boolean leavesMessage() {
        Long after = thread.messageWantedSeq();
        return after != null && exchange.open().stream().anyMatch(line -> line.seq() > after)
                && (exchange.unheard() || wants instanceof Understood.Question);
    }

    public Language language() {
        return wants.language();
    }
}
