package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;

import dev.parley.model.ModelRig.Answer;
import dev.parley.testsupport.ClosedPort;
import dev.parley.testsupport.Received;
import dev.parley.testsupport.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChatModelFailureTest {
    private static final String[] DELTAS = {"Grüße", ", 你好", " 👟", "\nthree days."};
    private static final String TEXT = String.join("", DELTAS);

    private ModelRig rig = new ModelRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void rig(String... settings) {
        rig.close();
        rig = new ModelRig(settings);
    }

    @ParameterizedTest
    @CsvSource({
            "400, context_length_exceeded, , CONTEXT_TOO_LONG, 1",
            "400, , invalid_request_error, BAD_REQUEST, 1",
            "400, content_filter, , REFUSED_BY_POLICY, 1",
            "401, invalid_api_key, , CREDENTIALS, 1",
            "403, , , CREDENTIALS, 1",
            "404, model_not_found, , MODEL_NOT_FOUND, 1",
            "408, , , TRY_AGAIN, 3",
            "409, , , TRY_AGAIN, 3",
            "413, , , CONTEXT_TOO_LONG, 1",
            "422, , , BAD_REQUEST, 1",
            "429, rate_limit_exceeded, requests, RATE_LIMITED, 3",
            "429, slow_down, , RATE_LIMITED, 3",
            "429, insufficient_quota, insufficient_quota, QUOTA, 1",
            "429, credit_balance_exhausted, , QUOTA, 1",
            "429, project_spend_limit_exceeded, , QUOTA, 1",
            "500, , server_error, SERVER_ERROR, 3",
            "502, , , SERVER_ERROR, 3",
            "503, server_is_overloaded, service_unavailable_error, OVERLOADED, 3",
            "504, , , SERVER_ERROR, 3",
            "529, , , OVERLOADED, 3"})
    void refusal_isTriedAsOftenAsItDeserves(int status, String code, String type, ModelErrorKind kind, int attempts) {
        rig.upstream.always(Reply.error(status, code, type));

        ModelException failure = rig.ask().failure();

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.attempts()).isEqualTo(attempts);
        assertThat(failure.upstreamRequestId()).isEqualTo("req_scripted");
        assertThat(failure.afterFirstToken()).isFalse();
        assertThat(rig.upstream.stats().requests()).isEqualTo(attempts);
        assertThat(rig.waits).hasSize(attempts - 1);
    }

    static Stream<Arguments> brokenReplies() {
        return Stream.of(
                Arguments.of("HTML with 200", Reply.raw(200, "text/html", "<html>Welcome to Wi-Fi</html>"),
                        ModelErrorKind.MALFORMED, 1),
                Arguments.of("HTML with 502", Reply.raw(502, "text/html", "<html>Bad gateway</html>"),
                        ModelErrorKind.SERVER_ERROR, 3),
                Arguments.of("text with 503", Reply.raw(503, "text/plain", "Later"), ModelErrorKind.OVERLOADED, 3),
                Arguments.of("error as text", Reply.raw(400, "application/json", "{\"error\":\"no\"}"),
                        ModelErrorKind.BAD_REQUEST, 1),
                Arguments.of("not JSON", Reply.raw(200, "text/event-stream", "data: {nonsense\n\n"),
                        ModelErrorKind.MALFORMED, 1),
                Arguments.of("empty body", Reply.raw(200, "text/event-stream", ""), ModelErrorKind.INTERRUPTED, 3),
                Arguments.of("only [DONE]", Reply.raw(200, "text/event-stream", "data: [DONE]\n\n"),
                        ModelErrorKind.MALFORMED, 1),
                Arguments.of("no text", Reply.answer(), ModelErrorKind.MALFORMED, 1),
                Arguments.of("tool call instead of text", Reply.answer().toolCall().finish("tool_calls"),
                        ModelErrorKind.MALFORMED, 1),
                Arguments.of("error inside a 200",
                        Reply.raw(200, "application/json", "{\"error\":{\"code\":\"slow_down\"}}"),
                        ModelErrorKind.RATE_LIMITED, 3),
                Arguments.of("error event first", Reply.answer("a").errorAfter(0, null, "server_error"),
                        ModelErrorKind.SERVER_ERROR, 3),
                Arguments.of("event: error", Reply.raw(200, "text/event-stream", "event: error\ndata: oops\n\n"),
                        ModelErrorKind.SERVER_ERROR, 3),
                Arguments.of("closed before headers", Reply.answer("a").cutBeforeHeaders(), ModelErrorKind.CONNECTION,
                        3),
                Arguments.of("reset before headers", Reply.answer("a").cutBeforeHeaders().reset(),
                        ModelErrorKind.CONNECTION, 3),
                Arguments.of("closed after headers", Reply.answer("a").cutAfter(0), ModelErrorKind.INTERRUPTED, 3),
                Arguments.of("reset after headers", Reply.answer("a").cutAfter(0).reset(), ModelErrorKind.INTERRUPTED,
                        3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenReplies")
    void brokenReply_isTriedAsOftenAsItDeserves(String name, Reply reply, ModelErrorKind kind, int attempts) {
        rig.upstream.always(reply);

        ModelException failure = rig.ask().failure();

        assertThat(failure.kind()).as(name).isEqualTo(kind);
        assertThat(failure.attempts()).isEqualTo(attempts);
        assertThat(rig.upstream.stats().requests()).isEqualTo(attempts);
    }

    @Test
    void retry_succeedsAndSaysHowOftenItTried() {
        rig.upstream.next(Reply.error(500, null, null), Reply.error(503, null, null), Reply.answer(DELTAS));

        Answer answer = rig.ask();

        assertThat(answer.text()).isEqualTo(TEXT);
        assertThat(answer.started().attempts()).isEqualTo(3);
    }

    @Test
    void everyAttempt_carriesTheSameRequestId() {
        rig.upstream.next(Reply.error(500, null, null), Reply.answer("x"));

        rig.ask();

        assertThat(rig.upstream.requests()).extracting(r -> r.headers().get("x-client-request-id"))
                .containsExactly("turn-1", "turn-1");
    }

    @ParameterizedTest
    @CsvSource({"retry-after, 3, 3000, 3600", "retry-after-ms, 250, 250, 300"})
    void waitThatTheServerAsksFor_isKept(String header, String value, long from, long to) {
        rig.upstream.next(Reply.error(429, null, null).header(header, value), Reply.answer("x"));

        assertThat(rig.ask().failure()).isNull();

        assertThat(rig.waits).singleElement().satisfies(wait -> assertThat(wait.toMillis()).isBetween(from, to));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "rubbish", "'Mon, 01 Jan 2024 00:00:00 GMT'"})
    void waitThatMakesNoSense_becomesOurOwn(String value) {
        rig.upstream.next(Reply.error(429, null, null).header("Retry-After", value), Reply.answer("x"));

        assertThat(rig.ask().failure()).isNull();

        assertThat(rig.waits).singleElement()
                .satisfies(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofMillis(500)));
    }

    @ParameterizedTest
    @CsvSource({"86400", "11", "'Fri, 01 Jan 2100 00:00:00 GMT'"})
    void waitThatNoVisitorWouldWait_endsTheAnswer(String value) {
        rig.upstream.always(Reply.error(503, null, null).header("Retry-After", value));

        assertThat(rig.ask().failure().attempts()).isEqualTo(1);
    }

    @Test
    void serverThatForbidsRetries_isAskedOnce() {
        rig.upstream.always(Reply.error(503, null, null).header("x-should-retry", "false"));

        assertThat(rig.ask().failure().attempts()).isEqualTo(1);
    }

    @Test
    void connectionRefused_isAConnectionFailure() {
        try (ClosedPort closed = new ClosedPort()) {
            rig("base-url", closed.url() + "/v1");

            ModelException failure = rig.ask().failure();

            assertThat(failure.kind()).isEqualTo(ModelErrorKind.CONNECTION);
            assertThat(failure.attempts()).isEqualTo(3);
        }
    }

    @Test
    void redirect_isNotFollowedWithTheKey() {
        rig.upstream.next(
                Reply.raw(307, "text/plain", "").header("Location", rig.upstream.baseUrl() + "/chat/completions"));

        assertThat(rig.ask().failure().kind()).isEqualTo(ModelErrorKind.BAD_REQUEST);

        assertThat(rig.upstream.stats().requests()).isEqualTo(1);
    }

    @Test
    void serverThatHangsUpOnAnIdleConnection_costsNoAttempt() {
        rig.upstream.next(Reply.answer("a"), Reply.answer("b").hangUpIfReused());
        rig.ask();

        Answer answer = rig.ask();

        assertThat(answer.text()).isEqualTo("b");
        assertThat(answer.started().attempts()).isEqualTo(1);
        assertThat(rig.waits).isEmpty();
        assertThat(rig.upstream.stats().connections()).isEqualTo(2);
    }

    @Test
    void errorInTheMiddle_keepsTheTextAndIsNotRetried() {
        rig.upstream.always(Reply.answer(DELTAS).errorAfter(2, "server_error", null));

        Answer answer = rig.ask();

        assertThat(answer.text()).isEqualTo(DELTAS[0] + DELTAS[1]);
        assertThat(answer.failure().kind()).isEqualTo(ModelErrorKind.SERVER_ERROR);
        assertThat(answer.failure().afterFirstToken()).isTrue();
        assertThat(rig.upstream.stats().requests()).isEqualTo(1);
    }

    @Test
    void cutAtAnyByte_isNeverACompleteAnswerUnlessItIsOne() {
        int cut = 0;
        for (boolean whole = false; !whole; cut += 3) {
            rig.restart();
            rig.upstream.reset();
            rig.upstream.next(Reply.answer(DELTAS).cutAfter(cut).split(cut % 2 == 0 ? 0 : 5))
                    .always(Reply.answer(DELTAS));

            Answer answer = rig.ask();

            if (answer.failure() == null) {
                assertThat(answer.text()).as("cut at %d", cut).isEqualTo(TEXT);
                whole = rig.upstream.stats().requests() == 1 && answer.finished().usage() != null;
            } else {
                assertThat(TEXT).as("cut at %d", cut).startsWith(answer.text());
                assertThat(answer.failure().afterFirstToken()).isTrue();
                assertThat(answer.failure().kind()).isEqualTo(ModelErrorKind.INTERRUPTED);
                assertThat(rig.upstream.stats().requests()).isEqualTo(1);
            }
        }
        assertThat(cut).isGreaterThan(1000);
    }

    @Test
    void missingModel_isReplacedByTheNext() {
        rig("fallbacks", "second, third");
        rig.upstream.next(Reply.error(404, "model_not_found", null), Reply.error(404, "model_not_found", null),
                Reply.answer("x"));

        Answer answer = rig.ask();

        assertThat(answer.started().model()).isEqualTo("third");
        assertThat(rig.upstream.requests()).extracting(Received::model).containsExactly("gpt-3.5-turbo", "second",
                "third");
    }

    @Test
    void failingModel_isReplacedOnceRetriesAreUsedUp() {
        rig("fallbacks", "second");
        rig.upstream.next(Reply.error(500, null, null), Reply.error(500, null, null), Reply.error(500, null, null),
                Reply.answer("x"));

        assertThat(rig.ask().started()).isEqualTo(new ChatEvent.Started("second", "req_scripted", 4));
    }

    @Test
    void allModelsFailing_endsAfterOneTryOfEachMore() {
        rig("fallbacks", "second,third");
        rig.upstream.always(Reply.error(500, null, null));

        assertThat(rig.ask().failure().attempts()).isEqualTo(5);
    }

    @Test
    void withoutKeyAndAddress_nothingIsAsked() {
        rig("api-key", "", "base-url", "https://api.openai.com/v1");

        assertThat(rig.model.configured()).isFalse();
        assertThat(rig.ask().failure().kind()).isEqualTo(ModelErrorKind.NOT_CONFIGURED);
    }

    @Test
    void localServerWithoutKey_isAskedWithoutAuthorization() {
        rig("api-key", "");
        rig.upstream.next(Reply.answer("x"));

        assertThat(rig.model.configured()).isTrue();
        assertThat(rig.ask().failure()).isNull();

        assertThat(rig.upstream.requests().get(0).headers()).doesNotContainKey("authorization");
    }

    @Test
    void exceptionsText_namesTheKindAndNoSecret() {
        rig.upstream.always(Reply.error(401, "invalid_api_key", null));

        assertThat(rig.ask().failure())
                .hasMessage("The model did not answer: credentials, status 401, code invalid_api_key, after 1 attempt");
    }
}
