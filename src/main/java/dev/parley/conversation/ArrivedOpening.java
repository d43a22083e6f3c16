package dev.parley.conversation;

/** A conversation that was opened on another replica. See {@link ArrivedEvent}. */
public record ArrivedOpening(ConversationOpened opened) {}
