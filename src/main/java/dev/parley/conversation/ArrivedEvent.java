package dev.parley.conversation;

/**
 * An event of another replica, for what lives on this one: open sockets and running answers. A job that must run once
 * observes {@link ConversationEvent} alone.
 */
public record ArrivedEvent(ConversationEvent event) {}
