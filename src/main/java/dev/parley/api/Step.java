package dev.parley.api;

import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.Recorded;

/** What a follower of one question sees, in order. */
sealed interface Step {
    record Acknowledged(Recorded recorded) implements Step {}

    record Happened(ConversationEvent event) implements Step {}

    /** Nothing has happened for a while; proxies cut what is silent. */
    record Beat() implements Step {}

    /** Nothing more will happen. */
    record End(Recorded recorded) implements Step {}
}
