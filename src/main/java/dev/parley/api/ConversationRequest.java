package dev.parley.api;

import java.util.Map;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.parley.platform.IdText;
import org.jspecify.annotations.Nullable;

/**
 * Opens a conversation.
 *
 * @param visitor the shop's own id of the customer, a string or a whole number; none: an anonymous visitor
 * @param attributes whatever the shop wants its agents to see
 */
public record ConversationRequest(
        @JsonDeserialize(using = IdText.class) @Nullable String visitor,
        @Nullable String locale,
        @Nullable String page,
        @Nullable Map<String, Object> attributes) {}
