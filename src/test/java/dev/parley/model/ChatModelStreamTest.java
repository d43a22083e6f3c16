package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import dev.parley.model.ModelRig.Answer;
import dev.parley.testsupport.Received;
import dev.parley.testsupport.Reply;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChatModelStreamTest {
    private static final ToolOffer OFFER = new ToolOffer("order_status", "Looks", "{\"type\":\"object\"}");
    private static final String[] DELTAS = {"Grüße", ", 你好", " 👟", "\nthree days."};
    private static final String TEXT = String.join("", DELTAS);

    private final ModelRig rig = new ModelRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void answer_arrivesInPieces() {
        rig.upstream.next(Reply.answer(DELTAS).model("gpt-3.5-turbo-0125"));

        Answer answer = rig.ask();

        assertThat(answer.events()).startsWith(
                new ChatEvent.Started("gpt-3.5-turbo-0125", "req_scripted", 1), new ChatEvent.Delta(DELTAS[0]))
                .endsWith(new ChatEvent.Finished(FinishReason.STOP, new Usage(11, 4), "gpt-3.5-turbo-0125", false,
                        List.of()));
        assertThat(answer.text()).isEqualTo(TEXT);
    }

    @Test
    void request_isWhatTheProtocolWants() {
        rig.upstream.next(Reply.answer("x"));

        rig.ask();

        Received received = rig.upstream.requests().get(0);
        assertThat(received.path()).isEqualTo("/v1/chat/completions");
        assertThat(received.headers()).containsEntry("authorization", "Bearer sk-canary")
                .containsEntry("x-client-request-id", "turn-1")
                .containsEntry("content-type", "application/json").containsEntry("accept-encoding", "identity");
        assertThat(received.body()).hasToString(
                "{\"model\":\"gpt-3.5-turbo\",\"messages\":[{\"role\":\"system\",\"content\":\"Be kind.\"},"
                        + "{\"role\":\"user\",\"content\":\"Hello\"}],\"max_tokens\":400,\"stream\":true,\"stream_options\":{\"include_usage\":true}}");
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("CRLF", Reply.answer(DELTAS).newline("\r\n")),
                Arguments.of("CR", Reply.answer(DELTAS).newline("\r")),
                Arguments.of("byte order mark", Reply.answer(DELTAS).byteOrderMark()),
                Arguments.of("comments", Reply.answer(DELTAS).comments(3)),
                Arguments.of("one write", Reply.answer(DELTAS).together()),
                Arguments.of("a byte a write", Reply.answer(DELTAS).split(1)),
                Arguments.of("seven bytes a write, CRLF", Reply.answer(DELTAS).split(7).newline("\r\n")),
                Arguments.of("gzip", Reply.answer(DELTAS).gzip()),
                Arguments.of("gzip, three bytes a write", Reply.answer(DELTAS).gzip().split(3)),
                Arguments.of("Azure's empty choices", Reply.answer(DELTAS).emptyChoices()),
                Arguments.of("null content", Reply.answer(DELTAS).nullContent()),
                Arguments.of("event of a megabyte", Reply.answer(DELTAS).padding(1024 * 1024)),
                Arguments.of("no [DONE]", Reply.answer(DELTAS).withoutDone()),
                Arguments.of("no [DONE], closed", Reply.answer(DELTAS).withoutDone().closeDelimited()),
                Arguments.of("no finish reason", Reply.answer(DELTAS).finish(null)),
                Arguments.of("own finish reason", Reply.answer(DELTAS).finish("eos")),
                Arguments.of("no usage", Reply.answer(DELTAS).usage(false)),
                Arguments.of("not streamed", Reply.answer(DELTAS).plain()),
                Arguments.of("not streamed, no finish reason, gzip", Reply.answer(DELTAS).plain().finish(null).gzip()),
                Arguments.of("wrong content type", Reply.answer(DELTAS).header("Content-Type", "text/plain")),
                Arguments.of("tool call beside", Reply.answer(DELTAS).toolCall()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void everyShapeOfStream_givesTheSameText(String name, Reply reply) {
        rig.upstream.next(reply);

        Answer answer = rig.ask();

        assertThat(answer.failure()).as(name).isNull();
        assertThat(answer.text()).isEqualTo(TEXT);
        assertThat(answer.finished().reason()).isEqualTo(FinishReason.STOP);
        assertThat(rig.upstream.stats().requests()).isEqualTo(1);
    }

    @Test
    void length_isSaid() {
        rig.upstream.next(Reply.answer(DELTAS).finish("length"));

        assertThat(rig.ask().finished().reason()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void contentFilter_isSaidAlsoWithoutText() {
        rig.upstream.next(Reply.answer().finish("content_filter"), Reply.answer("a").finish("content_filter"));

        assertThat(rig.ask().finished().reason()).isEqualTo(FinishReason.CONTENT_FILTER);
        assertThat(rig.ask().text()).isEqualTo("a");
    }

    @Test
    void refusal_isTextAndMarked() {
        rig.upstream.next(Reply.answer().refusal("I can't help with that."));

        Answer answer = rig.ask();

        assertThat(answer.text()).isEqualTo("I can't help with that.");
        assertThat(answer.finished().refused()).isTrue();
    }

    static Stream<Arguments> callShapes() {
        return Stream.of(Arguments.of("streamed", Reply.calls("order_status", "{\"number\":\"A-7\"}")),
                Arguments.of("a byte a write", Reply.calls("order_status", "{\"number\":\"A-7\"}").split(1)),
                Arguments.of("not streamed", Reply.calls("order_status", "{\"number\":\"A-7\"}").plain()),
                Arguments.of("own finish reason",
                        Reply.calls("order_status", "{\"number\":\"A-7\"}").finish("stop")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callShapes")
    void actionThatTheModelAsksFor_isPutTogether(String name, Reply reply) {
        rig.upstream.next(reply);

        Answer answer = rig.ask(ModelRig.HELLO.offering(List.of(OFFER)));

        assertThat(answer.failure()).as(name).isNull();
        assertThat(answer.text()).isEmpty();
        assertThat(answer.finished().calls())
                .containsExactly(new ToolCall("call_1", "order_status", "{\"number\":\"A-7\"}"));
    }

    @Test
    void offersCallsAndResults_areSentAsTheProtocolWantsThem() {
        ToolCall call = new ToolCall("call_1", "order_status", "{}");
        rig.upstream.next(Reply.answer(DELTAS));

        rig.ask(ModelRig.HELLO.offering(List.of(OFFER)).followedBy(
                List.of(ChatMessage.calling("", List.of(call)), ChatMessage.result(call, "sent")), false));

        assertThat(rig.upstream.requests().getFirst().body().toString()).contains(
                "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"order_status\",\"arguments\":\"{}\"}}]}",
                "{\"role\":\"tool\",\"content\":\"sent\",\"tool_call_id\":\"call_1\"}",
                "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"order_status\",\"description\":\"Looks\",\"parameters\":{\"type\":\"object\"}}}],\"tool_choice\":\"none\"");
    }

    @Test
    void turns_shareOneConnection() {
        for (int i = 0; i < 100; i++) {
            assertThat(rig.ask().failure()).isNull();
        }

        assertThat(rig.upstream.stats().connections()).isEqualTo(1);
        assertThat(rig.count("parley.model.connections.opened")).isEqualTo(1);
    }

    @Test
    void refusals_keepTheConnectionToo() {
        rig.upstream.next(Reply.error(500, null, "server_error"), Reply.error(401, "invalid_api_key", null),
                Reply.raw(400, "text/html", "<p>no</p>"));

        rig.ask();
        rig.ask();
        rig.ask();

        assertThat(rig.upstream.stats().requests()).isEqualTo(4);
        assertThat(rig.upstream.stats().connections()).isEqualTo(1);
    }

    @Test
    void pieces_arriveOnTheSubscribersContext() {
        rig.upstream.next(Reply.answer(DELTAS).every(2));
        Context context = rig.vertx.getOrCreateContext();
        List<Context> seen = new CopyOnWriteArrayList<>();
        AtomicBoolean completed = new AtomicBoolean();

        context.runOnContext(ignored -> rig.model.answer(ModelRig.HELLO).subscribe().with(
                event -> seen.add(Vertx.currentContext()), failure -> {}, () -> completed.set(true)));

        await().untilTrue(completed);
        assertThat(seen).hasSize(6).containsOnly(context);
    }

    @Test
    void slowSubscriber_getsWhatItAskedForAndLosesNothing() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            many.add(i + "x".repeat(250_000));
        }
        rig.upstream.next(Reply.answer(many.toArray(String[]::new)));
        AssertSubscriber<ChatEvent> slow = rig.model.answer(ModelRig.HELLO).subscribe()
                .withSubscriber(AssertSubscriber.create(3));

        slow.awaitItems(3);
        slow.request(2).awaitItems(5);
        // The forty megabytes do not fit into the sockets' buffers, so the server must be waiting.
        assertThat(rig.upstream.stats().streams()).isEqualTo(1);

        slow.request(Long.MAX_VALUE);
        assertThat(ModelRig.end(slow).text()).isEqualTo(String.join("", many));
    }

    @Test
    void subscribingTwice_asksTwice() {
        rig.upstream.always(Reply.answer("x"));
        var answer = rig.model.answer(ModelRig.HELLO);
        assertThat(rig.upstream.stats().requests()).isZero();

        answer.collect().asList().await().indefinitely();
        answer.collect().asList().await().indefinitely();

        assertThat(rig.upstream.stats().requests()).isEqualTo(2);
    }

    @Test
    void metrics_countWhatHappened() {
        rig.upstream.next(Reply.error(500, null, null), Reply.answer("x"), Reply.error(401, null, null));

        rig.ask();
        rig.ask();

        assertThat(rig.count("parley.model.calls", "outcome", "finished")).isEqualTo(1);
        assertThat(rig.count("parley.model.calls", "outcome", "credentials")).isEqualTo(1);
        assertThat(rig.count("parley.model.errors", "code", "server_error")).isEqualTo(1);
        assertThat(rig.meters.get("parley.model.first.token").timer().count()).isEqualTo(1);
        assertThat(rig.meters.get("parley.model.streams.open").gauge().value()).isZero();
        assertThat(rig.model.state().lastError()).isEqualTo(ModelErrorKind.CREDENTIALS);
    }
}
