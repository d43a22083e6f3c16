package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import dev.parley.model.ModelRig.Answer;
import dev.parley.testsupport.FaultScript;
import dev.parley.testsupport.ScriptedModel;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * OpenAI's own Java client and ours against the same faults. Each row must be in {@code src/docs/model-gateway.md},
 * which keeps that table true. The official client keeps its two retries; its time-out of ten minutes is one second
 * here.
 */
class FaultComparisonTest {
    private static final Path PAGE = Path.of("src/docs/model-gateway.md");

    @ParameterizedTest
    @EnumSource(FaultScript.class)
    void persistentFault_isHandledAsThePageSays(FaultScript script) throws IOException {
        String row = "| " + script.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | " + official(script) + " | "
                + ours(script) + " |";

        assertThat(Files.readString(PAGE)).contains(row);
    }

    private static String official(FaultScript script) {
        try (ScriptedModel upstream = ScriptedModel.start()) {
            upstream.always(script.streamed());
            OpenAIClient client = OpenAIOkHttpClient.builder().baseUrl(upstream.baseUrl().toString()).apiKey("sk-test")
                    .timeout(Duration.ofSeconds(1)).build();
            StringBuilder text = new StringBuilder();
            String finish = "";
            try (StreamResponse<ChatCompletionChunk> chunks = client.chat().completions().createStreaming(question())) {
                Stream<ChatCompletionChunk> read = chunks.stream();
                finish = read.map(chunk -> take(chunk, text)).reduce("", (a, b) -> b.isEmpty() ? a : b);
                return told(script, upstream, end(text.toString(), finish));
            } catch (RuntimeException failure) {
                return told(script, upstream, text.isEmpty() ? "an error" : "half a text, then an error");
            } finally {
                client.close();
            }
        }
    }

    private static String take(ChatCompletionChunk chunk, StringBuilder text) {
        chunk.choices().forEach(choice -> choice.delta().content().ifPresent(text::append));
        return chunk.choices().stream().flatMap(choice -> choice.finishReason().stream()).map(Object::toString)
                .findFirst().orElse("");
    }

    private static ChatCompletionCreateParams question() {
        return ChatCompletionCreateParams.builder().model("gpt-3.5-turbo").addUserMessage("Hello")
                .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build()).build();
    }

    private static String ours(FaultScript script) {
        boolean drips = script == FaultScript.SLOW_DRIP;
        try (ModelRig rig = new ModelRig("timeouts.first-token", "500ms", "timeouts.between-tokens",
                drips ? "20s" : "500ms", "timeouts.total", drips ? "1s" : "20s")) {
            rig.upstream.always(script.streamed());
            Answer answer = ModelRig.end(rig.model.answer(ModelRig.HELLO).subscribe()
                    .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE)));
            String end = answer.failure() == null
                    ? end(answer.text(), answer.finished().reason().name().toLowerCase(Locale.ROOT))
                    : answer.text().isEmpty()
                            ? "`" + answer.failure().kind().code() + "`"
                            : "half a text, then `" + answer.failure().kind().code() + "`";
            return told(script, rig.upstream, end);
        }
    }

    /**
     * A reset of a kept-alive connection may mean that it was closed before our request arrived, so it is retried at
     * once.
     */
    private static String told(FaultScript script, ScriptedModel upstream, String end) {
        int calls = upstream.stats().requests();
        int shown = script == FaultScript.RESET_BEFORE_HEADERS ? Math.min(3, calls) : calls;
        return shown + (shown == 1 ? " call, " : " calls, ") + end;
    }

    private static String end(String text, String finish) {
        if (text.isEmpty()) {
            return "an empty answer";
        }
        return text.equals(FaultScript.WHOLE) ? "the whole text" : "text marked `" + finish + "`";
    }
}
