package dev.parley.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.RateLimitException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** OpenAI's own client understands the scripted server: what our client is tested against is the true protocol. */
class ScriptedModelOfficialClientTest {
    private static final ChatCompletionCreateParams HELLO = ChatCompletionCreateParams.builder()
            .model("gpt-3.5-turbo").addUserMessage("Hello").build();

    private final ScriptedModel server = ScriptedModel.start();
    private final OpenAIClient client = OpenAIOkHttpClient.builder()
            .apiKey("no key").baseUrl(server.baseUrl().toString()).maxRetries(0).build();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void plainReply_isRead() {
        server.next(Reply.answer("Good ", "day"));

        ChatCompletion reply = client.chat().completions().create(HELLO);

        assertThat(reply.choices().getFirst().message().content()).contains("Good day");
        assertThat(reply.choices().getFirst().finishReason().asString()).isEqualTo("stop");
    }

    @Test
    void stream_isReadToItsEnd() {
        server.next(Reply.answer("Good ", "day ", "漢字 🙂"));

        String text;
        try (StreamResponse<ChatCompletionChunk> stream = client.chat().completions().createStreaming(HELLO)) {
            text = stream.stream().map(ScriptedModelOfficialClientTest::text).flatMap(List::stream)
                    .collect(Collectors.joining());
        }

        assertThat(text).isEqualTo("Good day 漢字 🙂");
    }

    @Test
    void error_isUnderstoodByItsStatusAndCode() {
        server.next(Reply.error(429, "rate_limit_exceeded", "requests"));

        assertThatThrownBy(() -> client.chat().completions().create(HELLO))
                .isInstanceOfSatisfying(RateLimitException.class,
                        refused -> assertThat(refused.code()).contains("rate_limit_exceeded"));
    }

    private static List<String> text(ChatCompletionChunk chunk) {
        return chunk.choices().stream().flatMap(choice -> choice.delta().content().stream()).toList();
    }
}
