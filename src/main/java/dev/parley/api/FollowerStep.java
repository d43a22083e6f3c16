package dev.parley.api;

import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.Recorded;

/** What a follower of one question sees, in order. */
public sealed interface FollowerStep {
    record Acknowledged(Recorded recorded) implements FollowerStep {}

    record Happened(ConversationEvent event) implements FollowerStep {}

    /** Nothing has happened for a while; proxies cut what is silent. */
    record Beat() implements FollowerStep {}

    /** Nothing more will happen. */
    record End(Recorded recorded) implements FollowerStep {}
}
