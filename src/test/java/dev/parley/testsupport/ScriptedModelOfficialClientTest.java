package dev.parley.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenAI's own client understands the scripted model, so our client is tested against the real protocol. */
class ScriptedModelOfficialClientTest {
    private final ScriptedModel upstream = ScriptedModel.start();
    private final OpenAIClient client = OpenAIOkHttpClient.builder()
            .baseUrl(upstream.baseUrl().toString())
            .apiKey("sk-test")
            .maxRetries(0)
            .timeout(Duration.ofSeconds(10))
            .build();

    @AfterEach
    void close() {
        client.close();
        upstream.close();
    }

    private static ChatCompletionCreateParams question() {
        return ChatCompletionCreateParams.builder()
                .model("gpt-3.5-turbo")
                .addUserMessage("How long may I send shoes back?")
                .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
    }

    private List<ChatCompletionChunk> stream(Reply reply) {
        upstream.next(reply);
        try (StreamResponse<ChatCompletionChunk> chunks = client.chat().completions().createStreaming(question())) {
            return chunks.stream().toList();
        }
    }

    private static String text(List<ChatCompletionChunk> chunks) {
        StringBuilder text = new StringBuilder();
        chunks.forEach(chunk -> chunk.choices().forEach(choice -> choice.delta().content().ifPresent(text::append)));
        return text.toString();
    }

    @Test
    void stream_isUnderstood() {
        List<ChatCompletionChunk> chunks = stream(Reply.answer("Thirty", " days", " 👟").model("gpt-3.5-turbo-0125"));

        assertThat(text(chunks)).isEqualTo("Thirty days 👟");
        assertThat(chunks).allSatisfy(chunk -> {
            chunk.validate();
            assertThat(chunk.model()).isEqualTo("gpt-3.5-turbo-0125");
        });
        assertThat(chunks.get(chunks.size() - 1).usage())
                .hasValueSatisfying(usage -> assertThat(usage.completionTokens()).isEqualTo(3));
    }

    @Test
    void everyHardShape_isUnderstood() {
        assertThat(text(stream(Reply.answer("a", "b").newline("\r\n").comments(2)))).isEqualTo("ab");
        assertThat(text(stream(Reply.answer("ü", "👟").split(1)))).isEqualTo("ü👟");
        assertThat(text(stream(Reply.answer("a", "b").gzip()))).isEqualTo("ab");
        assertThat(text(stream(Reply.answer("a", "b").together().emptyChoices().nullContent()))).isEqualTo("ab");
        assertThat(text(stream(Reply.answer("a", "b").padding(1024 * 1024)))).isEqualTo("ab");
    }

    @Test
    void toolCall_isUnderstood() {
        StringBuilder arguments = new StringBuilder();
        stream(Reply.answer().toolCall().finish("tool_calls")).forEach(chunk -> chunk.choices()
                .forEach(choice -> choice.delta().toolCalls()
                        .ifPresent(calls -> calls.forEach(
                                call -> call.function().ifPresent(f -> f.arguments().ifPresent(arguments::append))))));

        assertThat(arguments).hasToString("{\"order\":7}");
    }

    @Test
    void plainReply_isUnderstood() {
        upstream.next(Reply.answer("Thirty", " days"));

        ChatCompletion reply = client.chat().completions()
                .create(ChatCompletionCreateParams.builder().model("gpt-3.5-turbo").addUserMessage("Hello").build());

        reply.validate();
        assertThat(reply.choices().get(0).message().content()).contains("Thirty days");
        assertThat(reply.choices().get(0).finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
        assertThat(reply.usage()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"401, invalid_api_key", "404, model_not_found", "429, insufficient_quota", "500, ",
            "503, server_is_overloaded"})
    void errors_areUnderstood(int status, String code) {
        upstream.next(Reply.error(status, code, "some_type"));

        assertThatThrownBy(() -> client.chat().completions().create(question()))
                .isInstanceOfSatisfying(OpenAIServiceException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(status);
                    assertThat(e.code()).isEqualTo(java.util.Optional.ofNullable(code));
                    assertThat(e.type()).contains("some_type");
                });
    }

    @Test
    void models_areListed() {
        assertThat(client.models().list().data()).extracting(com.openai.models.models.Model::id)
                .containsExactly("gpt-3.5-turbo", "whisper-1");
    }
}
