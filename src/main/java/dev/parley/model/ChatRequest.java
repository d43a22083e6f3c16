package dev.parley.model;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * One answer wanted.
 *
 * @param requestId sent with every attempt as {@code X-Client-Request-Id}, for tracing at the upstream
 * @param maxTokens the longest answer, in tokens
 * @param safetyIdentifier a keyed hash of the visitor's id, at most 64 characters; never the id itself
 * @param shorter the same question with less before it, for a model that finds the messages too long; asked for once, when that happens
 */
public record ChatRequest(String requestId, List<ChatMessage> messages, int maxTokens,
        @Nullable String safetyIdentifier, @Nullable Supplier<List<ChatMessage>> shorter) {
    public ChatRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("A chat request needs at least one message");
        }
    }

    public ChatRequest(String requestId, List<ChatMessage> messages, int maxTokens,
            @Nullable String safetyIdentifier) {
        this(requestId, messages, maxTokens, safetyIdentifier, null);
    }

    ChatRequest shortened() {
        return shorter == null ? this : new ChatRequest(requestId, shorter.get(), maxTokens, safetyIdentifier);
    }
}
