package dev.parley.api.openai;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Fields and headers in which chat programs send ids of chats and users. */
final class ClientChatIds {
    private static final int LONGEST = 200;
    private static final List<String> CHAT_FIELDS = List.of("chat_id", "chatId", "conversation_id", "conversationId",
            "thread_id", "threadId", "session_id", "sessionId");
    private static final List<String> CHAT_HEADERS = List.of("X-OpenWebUI-Chat-Id", "X-LibreChat-Conversation-Id",
            "X-Chat-Id", "X-Conversation-Id", "X-Thread-Id", "X-Session-Id");
    private static final List<String> OWNER_HEADERS = List.of("X-OpenWebUI-User-Id", "X-LibreChat-User-Id",
            "X-User-Id");
    private static final List<String> OWNER_FIELDS = List.of("user_id", "userId");

    private ClientChatIds() {}

    /** {@code headers}: by name. */
    static @Nullable String chat(OpenAiRequest request, Function<String, @Nullable String> headers) {
        for (String name : CHAT_HEADERS) {
            String id = usable(headers.apply(name));
            if (id != null) {
                return id;
            }
        }
        for (String name : CHAT_FIELDS) {
            String id = field(request.metadata(), name);
            if (id != null) {
                return id;
            }
        }
        String beside = text(request.chatId());
        return beside == null ? text(request.promptCacheKey()) : beside;
    }

    /** Never used as a customer's id. */
    static @Nullable String owner(OpenAiRequest request, Function<String, @Nullable String> headers) {
        for (String name : OWNER_HEADERS) {
            String id = usable(headers.apply(name));
            if (id != null) {
                return id;
            }
        }
        for (String name : OWNER_FIELDS) {
            String id = field(request.metadata(), name);
            if (id != null) {
                return id;
            }
        }
        String id = field(request.user(), "id");
        return id == null ? text(request.safetyIdentifier()) : id;
    }

    private static @Nullable String field(@Nullable JsonNode object, String name) {
        return text(object == null ? null : object.get(name));
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value != null && (value.isTextual() || value.isNumber()) ? usable(value.asText()) : null;
    }

    /** Null for unfilled placeholders. */
    private static @Nullable String usable(@Nullable String id) {
        if (id == null) {
            return null;
        }
        String text = id.strip();
        boolean none = text.isEmpty() || text.length() > LONGEST || PlaceholderIds.isOne(text);
        return none ? null : text;
    }
}
