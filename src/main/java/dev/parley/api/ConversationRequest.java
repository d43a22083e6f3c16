package dev.parley.api;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Opens a conversation.
 *
 * @param visitor the shop's own id of the customer; none: an anonymous visitor
 * @param attributes whatever the shop wants its agents to see
 */
public record ConversationRequest(
        @Nullable String visitor,
        @Nullable String locale,
        @Nullable String page,
        @Nullable Map<String, Object> attributes) {}
