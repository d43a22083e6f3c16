package dev.parley.turn;

import dev.parley.conversation.BotTurns;
import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.RunningAnswer;
import dev.parley.handoff.HandoffSettings;
import dev.parley.language.Language;
import dev.parley.tenant.Tenant;
import dev.parley.understanding.Offer;
import dev.parley.understanding.Understood;

/**
 * Everything that the decisions of an answer need to know.
 *
 * @param wants what the visitor was understood to want
 * @param offer what the bot's last message offered
 * @param turns how far the bot has come by itself
 */
record Case(RunningAnswer answer, Tenant tenant, ConversationThread thread, Exchange exchange, Toolbox toolbox,
        Understood wants, Offer offer, HandoffSettings handoffs, BotTurns turns) {
    Language language() {
        return wants.language();
    }
}
