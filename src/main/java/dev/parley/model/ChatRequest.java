package dev.parley.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One answer wanted.
 *
 * @param requestId sent with every attempt as {@code X-Client-Request-Id}, for tracing at the upstream
 * @param maxTokens the longest answer, in tokens
 * @param safetyIdentifier a keyed hash of the visitor's id, at most 64 characters; never the id itself
 */
public record ChatRequest(String requestId, List<ChatMessage> messages, int maxTokens,
        @Nullable String safetyIdentifier) {
    public ChatRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("A chat request needs at least one message");
        }
    }
}
