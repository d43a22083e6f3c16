package dev.parley.turn;

import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.RunningAnswer;
import dev.parley.tenant.Tenant;

/** Everything that the decisions of an answer need to know. */
record Case(RunningAnswer answer, Tenant tenant, ConversationThread thread, Exchange exchange, Toolbox toolbox) {
    Case with(Toolbox box) {
        return new Case(answer, tenant, thread, exchange, box);
    }

    Language language() {
        return Language.of(exchange.question(), thread.locale());
    }
}
