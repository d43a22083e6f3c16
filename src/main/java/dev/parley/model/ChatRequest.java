package dev.parley.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One answer wanted.
 *
 * @param requestId sent with every attempt as {@code X-Client-Request-Id}, for tracing at the upstream
 * @param maxTokens the longest answer, in tokens
 * @param safetyIdentifier a keyed hash of the visitor's id, at most 64 characters; never the id itself
 * @param tools actions that the model may ask for
 * @param mayCall false: it must answer in words now
 * @param format of an answer that is for a program; null: free text
 * @param shorter the same question with less before it, for a model that finds the messages too long; asked for once, when that happens
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

    /** Written as the format says, where a server can. */
    public ChatRequest writing(@Nullable AnswerFormat wanted) {
        return new ChatRequest(requestId, messages, maxTokens, safetyIdentifier, shorter, tools, mayCall, wanted);
    }

    /** The same with what came after it; what a shorter one would leave out is needed now. */
    public ChatRequest followedBy(List<ChatMessage> more, boolean mayCallAgain) {
        List<ChatMessage> longer = new ArrayList<>(messages);
        longer.addAll(more);
        return new ChatRequest(requestId, longer, maxTokens, safetyIdentifier, null, tools, mayCallAgain, format);
    }

    Set<String> functions() {
        return tools.stream().map(ToolOffer::name).collect(Collectors.toUnmodifiableSet());
    }

    /** For a server without functions. What earlier calls have brought stays, as something to read. */
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
