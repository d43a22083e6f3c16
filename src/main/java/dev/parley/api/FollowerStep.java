package dev.parley.api;

import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.Recorded;

/** Events for the follower of a question, in order. */
public sealed interface FollowerStep {
    record Acknowledged(Recorded recorded) implements FollowerStep {}

    record Happened(ConversationEvent event) implements FollowerStep {}

    /** A heartbeat; proxies cut silent connections. */
    record Beat() implements FollowerStep {}

    record End(Recorded recorded) implements FollowerStep {}
}
