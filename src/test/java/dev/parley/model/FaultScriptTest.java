package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.model.ModelRig.Answer;
import dev.parley.model.health.ModelState;
import dev.parley.testsupport.FaultScript;
import dev.parley.testsupport.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All known faults of model servers, one by one and in random order, in fake time. */
class FaultScriptTest {
    /** The pause between pieces, always below the limit. */
    private static final Duration DRIP = Duration.ofSeconds(10);

    /**
     * script | stream: calls, delays in ms, seconds passed, end | plain: the same. An end is a finish reason, or an
     * error with or without text before it.
     */
    private static final String SCRIPTS = """
            KEY_REFUSED          | 1; ; 0; none CREDENTIALS              | 1; ; 0; none CREDENTIALS
            REGION_REFUSED       | 1; ; 0; none CREDENTIALS              | 1; ; 0; none CREDENTIALS
            MODEL_GONE           | 1; ; 0; none MODEL_NOT_FOUND          | 1; ; 0; none MODEL_NOT_FOUND
            CONTEXT_TOO_LONG     | 2; ; 0; none CONTEXT_TOO_LONG         | 2; ; 0; none CONTEXT_TOO_LONG
            TOO_FAST             | 3; 250 500; 0; none RATE_LIMITED      | 3; 250 500; 0; none RATE_LIMITED
            QUOTA_SPENT          | 1; ; 0; none QUOTA                    | 1; ; 0; none QUOTA
            SERVER_ERROR         | 3; 250 500; 0; none SERVER_ERROR      | 3; 250 500; 0; none SERVER_ERROR
            OVERLOADED           | 3; 250 500; 0; none OVERLOADED        | 3; 250 500; 0; none OVERLOADED
            RESET_BEFORE_HEADERS | 3; 250 500; 0; none CONNECTION        | 3; 250 500; 0; none CONNECTION
            RESET_AFTER_HEADERS  | 3; 250 500; 0; none INTERRUPTED       | 3; 250 500; 0; none INTERRUPTED
            STALL_BEFORE_TEXT    | 2; 250; 25; none TIMEOUT_FIRST_TOKEN  | 2; 250; 25; none TIMEOUT_FIRST_TOKEN
            STALL_AFTER_TEXT     | 1; ; 15; text TIMEOUT_BETWEEN         | 2; 250; 25; none TIMEOUT_FIRST_TOKEN
            NOT_JSON             | 1; ; 0; none MALFORMED                | 3; 250 500; 0; none INTERRUPTED
            SPLIT_CHARACTERS     | 1; ; 0; whole STOP                    | 1; ; 0; whole STOP
            NO_DONE              | 1; ; 0; whole STOP                    | 1; ; 0; whole STOP
            ERROR_IN_STREAM      | 1; ; 0; text SERVER_ERROR             | 3; 250 500; 0; none SERVER_ERROR
            EMPTY_CHOICES        | 1; ; 0; whole STOP                    | 1; ; 0; none MALFORMED
            CONTENT_FILTER       | 1; ; 0; marked CONTENT_FILTER         | 1; ; 0; marked CONTENT_FILTER
            CUT_AT_LENGTH        | 1; ; 0; marked LENGTH                 | 1; ; 0; marked LENGTH
            HTML_PAGE            | 1; ; 0; none MALFORMED                | 1; ; 0; none MALFORMED
            SLOW_DRIP            | 1; ; 90; text TIMEOUT_TOTAL           | 2; 250; 25; none TIMEOUT_FIRST_TOKEN
            """;

    private static final List<FaultScript> ALL = List.of(FaultScript.values());

    private final FakeTime time = new FakeTime();
    private final ModelRig rig = new ModelRig(time);

    @AfterEach
    void close() {
        rig.close();
    }

    static Stream<Arguments> scripts() {
        return SCRIPTS.lines().map(line -> line.split("\\|", -1)).flatMap(cells -> Stream.of(
                Arguments.of(FaultScript.valueOf(cells[0].strip()), false, cells[1].strip()),
                Arguments.of(FaultScript.valueOf(cells[0].strip()), true, cells[2].strip())));
    }

    @Test
    void table_leavesNoScriptOut() {
        assertThat(SCRIPTS.lines().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactlyElementsOf(Arrays.stream(FaultScript.values()).map(Enum::name).toList());
    }

    @ParameterizedTest(name = "{0}, plain: {1}, {2}")
    @MethodSource("scripts")
    void standingFault_endsExactlyAsTheTableSays(FaultScript script, boolean plain, String expected) {
        rig.upstream.always(plain ? script.plain() : script.streamed());

        Answer answer = ask(script, plain);

        String waits = time.waits().stream().map(wait -> Long.toString(wait.toMillis()))
                .collect(Collectors.joining(" "));
        assertThat(
                rig.upstream.stats().requests() + "; " + waits + "; " + time.passed().toSeconds() + "; " + end(answer))
                .isEqualTo(expected);
        assertThat(rig.count("parley.model.calls")).isEqualTo(1);
    }

    /** Each line is one turn; a spent budget or an open breaker affects the next one. */
    @Test
    void hundredFaultsInRandomOrder_neverHangNorPassHalfATextForAWhole() {
        long seed = Long.getLong("parley.test.seed", System.nanoTime());
        System.out.println("FaultScriptTest: repeat with -Dparley.test.seed=" + seed);
        Random order = new Random(seed);
        for (int i = 0; i < 100; i++) {
            FaultScript script = ALL.get(order.nextInt(ALL.size()));
            boolean plain = order.nextBoolean();
            boolean standing = order.nextBoolean();
            if (rig.model.state().breaker() != ModelState.Breaker.CLOSED) {
                rig.restart();
            }
            rig.upstream.reset();
            rig.upstream.next(plain ? script.plain() : script.streamed());
            if (standing) {
                rig.upstream.always(plain ? script.plain() : script.streamed());
            } else {
                rig.upstream.always(Reply.answer(FaultScript.WHOLE));
            }
            Duration before = time.passed();

            Answer answer = ask(script, plain);

            String told = "seed %d, turn %d: %s, plain %s, standing %s".formatted(seed, i, script, plain, standing);
            assertThat(end(answer)).as(told).matches("whole STOP|marked (LENGTH|CONTENT_FILTER)|text \\w+|none \\w+");
            assertThat(rig.upstream.stats().requests()).as(told).isLessThanOrEqualTo(most(script));
            assertThat(time.passed().minus(before)).as(told).isLessThanOrEqualTo(Duration.ofSeconds(90));
        }
    }

    /**
     * A reset of a kept-alive connection may mean that it was closed before our request arrived, so it is retried at
     * once, once per attempt.
     */
    private static int most(FaultScript script) {
        return script == FaultScript.RESET_BEFORE_HEADERS ? 6 : 3;
    }

    private Answer ask(FaultScript script, boolean plain) {
        ChatRequest request = new ChatRequest("turn-1", ModelRig.HELLO.messages(), 400, null,
                () -> List.of(ChatMessage.user("Hello")));
        boolean shows = !plain && (script == FaultScript.STALL_AFTER_TEXT || script == FaultScript.ERROR_IN_STREAM);
        Duration perPiece = script == FaultScript.SLOW_DRIP && !plain ? DRIP : Duration.ZERO;
        return new FaultRun(rig, time).ask(request, shows ? FaultScript.PARTIAL : "", perPiece);
    }

    /** The end as a visitor sees it. */
    private static String end(Answer answer) {
        if (answer.failure() != null) {
            assertThat(answer.failure().afterFirstToken()).isEqualTo(!answer.text().isEmpty());
            return (answer.text().isEmpty() ? "none " : "text ") + answer.failure().kind();
        }
        FinishReason reason = answer.finished().reason();
        boolean whole = answer.text().equals(FaultScript.WHOLE);
        return (whole ? "whole " : reason == FinishReason.STOP ? "half " : "marked ") + reason;
    }
}
