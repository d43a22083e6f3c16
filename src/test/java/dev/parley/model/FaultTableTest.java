package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.parley.model.ModelRig.Answer;
import dev.parley.testsupport.Received;
import dev.parley.testsupport.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every refusal of the protocol, as a stream and as a plain reply, before and after the first word: number of calls,
 * delays, and what the visitor gets. The jitter is fixed at one half, so a delay without `Retry-After` is 250 ms, then
 * 500 ms; `Retry-After` is respected plus ten percent.
 */
class FaultTableTest {
    /**
     * status | code | type | header | kind | calls alone | delays in ms | models called with a fallback that fails too
     */
    private static final String REFUSALS = """
            400 | context_length_exceeded | invalid_request_error | | CONTEXT_TOO_LONG | 1 | | ab
            400 | | invalid_request_error | | BAD_REQUEST | 1 | | ab
            400 | content_filter | | | REFUSED_BY_POLICY | 1 | | a
            400 | content_policy_violation | | | REFUSED_BY_POLICY | 1 | | a
            401 | invalid_api_key | invalid_request_error | | CREDENTIALS | 1 | | a
            401 | | | | CREDENTIALS | 1 | | a
            402 | | | | QUOTA | 1 | | a
            403 | unsupported_country_region_territory | request_forbidden | | CREDENTIALS | 1 | | a
            403 | | | | CREDENTIALS | 1 | | a
            404 | model_not_found | invalid_request_error | | MODEL_NOT_FOUND | 1 | | ab
            404 | DeploymentNotFound | | | MODEL_NOT_FOUND | 1 | | ab
            408 | | | | TRY_AGAIN | 3 | 250 500 | aaab
            409 | | | | TRY_AGAIN | 3 | 250 500 | aaab
            413 | | | | CONTEXT_TOO_LONG | 1 | | ab
            422 | | | | BAD_REQUEST | 1 | | ab
            429 | rate_limit_exceeded | requests | | RATE_LIMITED | 3 | 250 500 | aaab
            429 | rate_limit_exceeded | tokens | | RATE_LIMITED | 3 | 250 500 | aaab
            429 | slow_down | | | RATE_LIMITED | 3 | 250 500 | aaab
            429 | insufficient_quota | insufficient_quota | | QUOTA | 1 | | a
            429 | | insufficient_quota | | QUOTA | 1 | | a
            429 | credit_balance_exhausted | insufficient_quota | | QUOTA | 1 | | a
            429 | organization_spend_limit_exceeded | | | QUOTA | 1 | | a
            429 | project_spend_limit_exceeded | | | QUOTA | 1 | | a
            429 | organization_usage_limit_exceeded | | | QUOTA | 1 | | a
            500 | server_error | server_error | | SERVER_ERROR | 3 | 250 500 | aaab
            500 | | | | SERVER_ERROR | 3 | 250 500 | aaab
            502 | | | | SERVER_ERROR | 3 | 250 500 | aaab
            503 | server_is_overloaded | service_unavailable_error | | OVERLOADED | 3 | 250 500 | aaab
            503 | | | | OVERLOADED | 3 | 250 500 | aaab
            504 | | | | SERVER_ERROR | 3 | 250 500 | aaab
            520 | | | | SERVER_ERROR | 3 | 250 500 | aaab
            524 | | | | SERVER_ERROR | 3 | 250 500 | aaab
            529 | | | | OVERLOADED | 3 | 250 500 | aaab
            307 | | | | BAD_REQUEST | 1 | | ab
            429 | | | retry-after: 3 | RATE_LIMITED | 3 | 3300 3300 | aaab
            429 | | | retry-after: 0.4 | RATE_LIMITED | 3 | 440 440 | aaab
            429 | | | retry-after: 10 | RATE_LIMITED | 3 | 11000 11000 | aaab
            429 | | | retry-after: 11 | RATE_LIMITED | 1 | | ab
            429 | | | retry-after: 86400 | RATE_LIMITED | 1 | | ab
            429 | | | retry-after: 0 | RATE_LIMITED | 3 | 250 500 | aaab
            429 | | | retry-after: -1 | RATE_LIMITED | 3 | 250 500 | aaab
            429 | | | retry-after: soon | RATE_LIMITED | 3 | 250 500 | aaab
            429 | | | retry-after: Tue, 24 Nov 2026 11:59:00 GMT | RATE_LIMITED | 3 | 250 500 | aaab
            429 | | | retry-after: Thu, 24 Dec 2026 12:00:00 GMT | RATE_LIMITED | 1 | | ab
            503 | | | retry-after: Tue, 24 Nov 2026 12:00:08 GMT | OVERLOADED | 3 | 8800 500 | aaab
            429 | | | retry-after-ms: 700; retry-after: 9 | RATE_LIMITED | 3 | 770 770 | aaab
            429 | | | retry-after-ms: x; retry-after: 2 | RATE_LIMITED | 3 | 2200 2200 | aaab
            503 | | | x-should-retry: false | OVERLOADED | 1 | | ab
            503 | | | x-should-retry: false; retry-after: 1 | OVERLOADED | 1 | | ab
            400 | | | x-should-retry: true | BAD_REQUEST | 3 | 250 500 | aaab
            422 | | | x-should-retry: true; retry-after: 1 | BAD_REQUEST | 3 | 1100 1100 | aaab
            401 | | | x-should-retry: true | CREDENTIALS | 1 | | a
            404 | | | x-should-retry: true | MODEL_NOT_FOUND | 1 | | ab
            429 | insufficient_quota | | x-should-retry: true; retry-after: 1 | QUOTA | 1 | | a
            """;

    private final FakeTime time = new FakeTime();
    private ModelRig rig = new ModelRig(time, "name", "a");

    @AfterEach
    void close() {
        rig.close();
    }

    private record Refusal(int status, String code, String type, String headers, ModelErrorKind kind, int asked,
            List<Duration> waits, String asksWithFallback) {
        static Refusal of(String row) {
            String[] cells = Arrays.stream(row.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            List<Duration> waits = Arrays.stream(cells[6].split(" ")).filter(wait -> !wait.isEmpty())
                    .map(millis -> Duration.ofMillis(Long.parseLong(millis))).toList();
            return new Refusal(Integer.parseInt(cells[0]), cells[1], cells[2], cells[3],
                    ModelErrorKind.valueOf(cells[4]), Integer.parseInt(cells[5]), waits, cells[7]);
        }

        Reply reply() {
            Reply reply = Reply.error(status, code.isEmpty() ? null : code, type.isEmpty() ? null : type);
            Arrays.stream(headers.split(";")).filter(header -> !header.isBlank()).map(header -> header.split(":", 2))
                    .forEach(header -> reply.header(header[0].strip(), header[1].strip()));
            return reply;
        }

        /** A stream has no headers or status for errors; gateways put them into the code. */
        String codeInStream() {
            return code.isEmpty() && type.isEmpty() ? Integer.toString(status) : code;
        }
    }

    static Stream<Arguments> refusals() {
        return REFUSALS.lines().flatMap(row -> Stream.of(false, true).map(plain -> Arguments.of(row, plain)));
    }

    @ParameterizedTest(name = "{0}, plain: {1}")
    @MethodSource("refusals")
    void refusalBeforeTheFirstWord_isRetriedExactlyAsItDeserves(String row, boolean plain) {
        Refusal refusal = Refusal.of(row);
        rig(plain, "name", "a");
        rig.upstream.always(refusal.reply());

        Answer answer = ask();

        assertThat(answer.text()).isEmpty();
        assertThat(answer.failure().kind()).isEqualTo(refusal.kind());
        assertThat(answer.failure().status()).isEqualTo(refusal.status());
        assertThat(answer.failure().attempts()).isEqualTo(refusal.asked());
        assertThat(answer.failure().afterFirstToken()).isFalse();
        assertThat(rig.upstream.stats().requests()).isEqualTo(refusal.asked());
        assertThat(time.waits()).isEqualTo(refusal.waits());
    }

    @ParameterizedTest(name = "{0}, plain: {1}")
    @MethodSource("refusals")
    void refusalByOneModel_isTakenToTheNextWhereThatMayHelp(String row, boolean plain) {
        Refusal refusal = Refusal.of(row);
        rig(plain, "name", "a", "fallbacks", "b");
        rig.upstream.always(refusal.reply());

        Answer answer = ask();

        assertThat(rig.upstream.requests()).extracting(Received::model)
                .containsExactlyElementsOf(List.of(refusal.asksWithFallback().split("")));
        assertThat(answer.failure().attempts()).isEqualTo(refusal.asksWithFallback().length());
    }

    @ParameterizedTest(name = "{0}, plain: {1}")
    @MethodSource("refusals")
    void refusalThatPasses_costsOneMoreCallOrNone(String row, boolean plain) {
        Refusal refusal = Refusal.of(row);
        rig(plain, "name", "a");
        rig.upstream.next(refusal.reply())
                .always(plain ? Reply.answer("Thirty", " days").plain() : Reply.answer("Thirty", " days"));

        Answer answer = ask();

        boolean retried = refusal.asked() > 1;
        assertThat(rig.upstream.stats().requests()).isEqualTo(retried ? 2 : 1);
        assertThat(answer.text()).isEqualTo(retried ? "Thirty days" : "");
        assertThat(time.waits()).isEqualTo(refusal.waits().stream().limit(1).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusalsOnce")
    void refusalAfterTheFirstWord_isNeverRetriedAndKeepsTheText(String row) {
        Refusal refusal = Refusal.of(row);
        rig(false, "name", "a", "fallbacks", "b");
        rig.upstream.next(Reply.answer("Thir", "ty", " days").errorAfter(2, refusal.codeInStream(), refusal.type()))
                .always(Reply.answer("never asked"));

        Answer answer = ask();

        assertThat(answer.text()).isEqualTo("Thirty");
        assertThat(answer.failure().afterFirstToken()).isTrue();
        assertThat(answer.failure().attempts()).isEqualTo(1);
        assertThat(rig.upstream.stats().requests()).isEqualTo(1);
        assertThat(time.waits()).isEmpty();
        assertThat(time.passed()).isZero();
    }

    /** A plain reply is shown only when complete, so nothing can have been shown before a fault. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("refusalsOnce")
    void refusalInsteadOfAPlainReply_isBeforeTheFirstWord(String row) {
        Refusal refusal = Refusal.of(row);
        rig(true, "name", "a");
        rig.upstream.always(Reply.answer("Thirty").errorAfter(0, refusal.codeInStream(), refusal.type()).plain());

        Answer answer = ask();

        assertThat(answer.text()).isEmpty();
        assertThat(answer.failure().afterFirstToken()).isFalse();
        assertThat(answer.failure().attempts()).isEqualTo(time.waits().size() + 1).isIn(1, 3);
    }

    static Stream<Arguments> refusalsOnce() {
        return REFUSALS.lines().filter(row -> !row.contains("retry")).map(Arguments::of);
    }

    private Answer ask() {
        return new FaultRun(rig, time).ask(ModelRig.HELLO, "", Duration.ZERO);
    }

    private void rig(boolean plain, String... settings) {
        rig.close();
        rig = new ModelRig(time, Stream.concat(Stream.of("parameters.stream", Boolean.toString(!plain)),
                Arrays.stream(settings)).toArray(String[]::new));
    }
}
