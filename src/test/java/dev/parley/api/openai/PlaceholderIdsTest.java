package dev.parley.api.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderIdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "--", "…", "0", "-1", "00000000-0000-0000-0000-000000000000", "0.0", "n/a",
            "N/A", "nil", "NaN", "true", "False", "string", "<string>", "null", "Undefined", "none", "new", "new_chat",
            "New Chat", "default", "unknown", "anonymous", "temp", "local", "[object Object]", "[object Undefined]",
            "%CHAT_ID%", "%s", "$conversation_id", "${conversation_id}", "$(chat)", "<conversation_id>", "<%= id %>",
            "{conversation_id}", "{{chat.id}}", "{% id %}", "#{id}", "[[id]]", "@{chatId}", "%7B%7Bchat_id%7D%7D",
            ":id",
            "@chatId", "__CHAT_ID__", "YOUR_CHAT_ID", "your-session-id", "chat_id", "conversationId", "<|chat|>"})
    void whatWasNotFilledIn_isNoId(String id) {
        assertThat(PlaceholderIds.isOne(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "42", "a", "chat-1", "conv_8f3a", "018f3b5e-7c1a-7000-8000-000000000002",
            "ada@shop.example",
            "user:17", "V1StGXR8_Z5jdHi6B-myT", "客户7", "thread_abc123", "01a22c65-cbe9", "new-york-7", "alice", "c-000",
            "agent/4/chat/9", "my-chat-1", "your-7", "a.b+c=d~e"})
    void whatAProgramMade_isAnId(String id) {
        assertThat(PlaceholderIds.isOne(id)).isFalse();
    }
}
