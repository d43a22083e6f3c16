package dev.parley.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A request for one answer.
 *
 * @param requestId sent as {@code X-Client-Request-Id} with every attempt
 * @param safetyIdentifier a keyed hash of the visitor's id, at most 64 characters
 * @param mayCall false: the model must answer in words
 * @param format null: free text
 * @param shorter the same with less context, used once if the model finds the messages too long
 */
public record ChatRequest(String requestId, List<ChatMessage> messages, int maxTokens,
        @Nullable String safetyIdentifier, @Nullable Supplier<List<ChatMessage>> shorter, List<ToolOffer> tools,
        boolean mayCall, @Nullable AnswerFormat format) {
    public ChatRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("A chat request needs at least one message");
        }
    }

    public ChatRequest(String requestId, List<ChatMessage> messages, int maxTokens,
            @Nullable String safetyIdentifier, @Nullable Supplier<List<ChatMessage>> shorter) {
        this(requestId, messages, maxTokens, safetyIdentifier, shorter, List.of(), false, null);
    }

    public ChatRequest(String requestId, List<ChatMessage> messages, int maxTokens,
            @Nullable String safetyIdentifier) {
        this(requestId, messages, maxTokens, safetyIdentifier, null);
    }

    public ChatRequest offering(List<ToolOffer> offers) {
        return new ChatRequest(requestId, messages, maxTokens, safetyIdentifier, shorter, offers, !offers.isEmpty(),
                format);
    }

    public ChatRequest writing(@Nullable AnswerFormat wanted) {
        return new ChatRequest(requestId, messages, maxTokens, safetyIdentifier, shorter, tools, mayCall, wanted);
    }

    /** Appends messages and drops the shorter version, which would lack them. */
    public ChatRequest followedBy(List<ChatMessage> more, boolean mayCallAgain) {
        List<ChatMessage> longer = new ArrayList<>(messages);
        longer.addAll(more);
        return new ChatRequest(requestId, longer, maxTokens, safetyIdentifier, null, tools, mayCallAgain, format);
    }

    Set<String> functions() {
        return tools.stream().map(ToolOffer::name).collect(Collectors.toUnmodifiableSet());
    }

    /** For a server without function calling; results of earlier calls stay as text. */
    public ChatRequest withoutTools() {
        List<ChatMessage> words = new ArrayList<>();
        for (ChatMessage message : messages) {
            if (message.answers() != null) {
                words.add(ChatMessage.user(message.content()));
            } else if (message.calls().isEmpty() || !message.content().isBlank()) {
                words.add(new ChatMessage(message.role(), message.content()));
            }
        }
        return new ChatRequest(requestId, words, maxTokens, safetyIdentifier, shorter, List.of(), false, format);
    }

    public ChatRequest with(List<ChatMessage> otherMessages) {
        return new ChatRequest(requestId, otherMessages, maxTokens, safetyIdentifier, shorter, tools, mayCall, format);
    }

    ChatRequest shortened() {
        return shorter == null
                ? this
                : new ChatRequest(requestId, shorter.get(), maxTokens, safetyIdentifier, null, tools, mayCall, format);
    }
}
