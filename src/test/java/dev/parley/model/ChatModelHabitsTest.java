package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import dev.parley.model.ModelRig.Answer;
import dev.parley.model.health.LaneAlarm;
import dev.parley.model.health.LaneError;
import dev.parley.model.health.LaneState;
import dev.parley.model.health.ModelState;
import dev.parley.model.health.Quirk;
import dev.parley.testsupport.Accent;
import dev.parley.testsupport.ProtocolDialect;
import dev.parley.testsupport.Received;
import dev.parley.testsupport.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the client learns about a lane, what it logs about it, and the cost of finding out. */
class ChatModelHabitsTest {
    private static final ChatRequest LONG = new ChatRequest("turn-1", List.of(ChatMessage.system("Be kind."),
            ChatMessage.user("Hello"), ChatMessage.user("Are you there?")), 400, "hash",
            () -> List.of(ChatMessage.user("Hello"))).offering(List.of(new ToolOffer("no_answer", "Says so", "{}")));

    private static final ChatRequest JSON = ModelRig.HELLO
            .writing(new AnswerFormat("thing", "{\"type\":\"object\"}"));

    private final ModelRig rig = new ModelRig("parameters.temperature", "0.2", "parameters.store-false", "true",
            "parameters.safety-identifier", "true", "rest", "2m");

    @AfterEach
    void close() {
        rig.close();
    }

    static Stream<ProtocolDialect> dialects() {
        // An error counts as one whatever its status, and its delay is respected.
        return ProtocolDialect.all().filter(dialect -> !dialect.name().startsWith("error under 200"));
    }

    /** Also if the whole reply is one document. */
    @ParameterizedTest
    @MethodSource("dialects")
    void dialect_isNoFailureOfTheLane(ProtocolDialect dialect) {
        dialect.script().accept(rig.upstream);

        rig.ask(LONG);
        Answer second = rig.ask(LONG);

        LaneState lane = rig.model.laneStates().getFirst();
        assertThat(second.failure() == null).isEqualTo(dialect.answered());
        if (dialect.answered()) {
            assertThat(second.text()).isEqualTo(ProtocolDialect.ANSWER);
            assertThat(lane.failing()).isFalse();
        }
        assertThat(lane.breaker()).isEqualTo(ModelState.Breaker.CLOSED);
        assertThat(lane.restingFor()).isNull();
        assertThat(lane.alarms()).isEmpty();
        assertThat(rig.waits).isEmpty();
    }

    @Test
    void limitByAnotherName_isRememberedAndSaid() {
        rig.upstream.refusing("max_tokens",
                Reply.error(400, "unsupported_parameter", null).blaming("max_tokens", "Use max_completion_tokens."))
                .always(Reply.answer("x"));

        rig.ask();
        rig.ask();

        assertThat(rig.upstream.requests()).extracting(request -> request.body().path("max_completion_tokens").asInt())
                .containsExactly(0, 400, 400);
        assertThat(rig.model.laneStates().getFirst().quirks()).extracting(Quirk::code, Quirk::words)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("max_completion_tokens",
                        "wants max_completion_tokens"));
    }

    @Test
    void formatOfAnAnswer_isAskedForByItsSchema() {
        rig.upstream.always(Reply.answer("{}"));

        rig.ask(JSON);
        rig.ask();

        assertThat(rig.upstream.requests().getFirst().body().path("response_format").toString()).isEqualTo(
                "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"thing\",\"strict\":true,\"schema\":{\"type\":\"object\"}}}");
        assertThat(rig.upstream.requests().getLast().body().has("response_format")).isFalse();
    }

    @Test
    void schemaThatIsRefused_becomesAnyObject_andIsRemembered() {
        rig.upstream.refusing("json_schema", Reply.error(400, null, "invalid_request_error")
                .blaming(null, "This response_format type is unavailable now")).always(Reply.answer("{}"));

        Answer first = rig.ask(JSON);
        rig.ask(JSON);

        assertThat(first.text()).isEqualTo("{}");
        assertThat(rig.upstream.requests())
                .extracting(request -> request.body().at("/response_format/type").asText())
                .containsExactly("json_schema", "json_object", "json_object");
        assertThat(rig.model.laneStates().getFirst().quirks()).containsExactly(Quirk.NO_JSON_SCHEMA);
        assertThat(rig.model.laneStates().getFirst().failing()).isFalse();
    }

    @Test
    void formatThatIsRefusedAltogether_isLeftOut_andIsRemembered() {
        rig.upstream.refusing("response_format", Reply.error(400, "unsupported_value", null)
                .blaming("response_format", "This type of response_format is not supported."))
                .always(Reply.answer("{}"));

        rig.ask(JSON);
        rig.ask(JSON);

        assertThat(rig.upstream.requests())
                .extracting(request -> request.body().at("/response_format/type").asText())
                .containsExactly("json_schema", "json_object", "", "");
        assertThat(rig.model.laneStates().getFirst().quirks()).contains(Quirk.NO_RESPONSE_FORMAT);
    }

    @Test
    void systemWithoutARole_isSaidByTheUser() {
        rig.upstream.refusing("system", Reply.error(400, null, null).blaming(null, "System role not supported"))
                .always(Reply.answer("x"));

        rig.ask();

        assertThat(rig.upstream.requests().getLast().body().path("messages").toString())
                .isEqualTo("[{\"role\":\"user\",\"content\":\"Be kind.\\n\\nHello\"}]");
    }

    @Test
    void messagesThatDoNotTakeTurns_areJoined() {
        rig.upstream.refusing("turns", Reply.error(400, null, null).blaming(null,
                "Conversation roles must alternate user/assistant/user/assistant")).always(Reply.answer("x"));

        rig.ask(LONG);

        assertThat(rig.upstream.requests().getLast().body().path("messages").toString()).contains(
                "Hello\\n\\nAre you there?");
        assertThat(rig.model.laneStates().getFirst().quirks()).containsExactly(Quirk.TAKING_TURNS);
    }

    @Test
    void refusalThatStaysWhateverIsLeftOut_isNotLearnt() {
        Reply no = Reply.error(400, null, null).blaming("temperature", "Unsupported.");
        rig.upstream.always(no);

        Answer answer = rig.ask();

        assertThat(answer.failure().kind()).isEqualTo(ModelErrorKind.BAD_REQUEST);
        assertThat(rig.upstream.requests()).extracting(request -> request.body().has("temperature"))
                .containsExactly(true, false);
        assertThat(rig.model.laneStates().getFirst().quirks()).isEmpty();
    }

    @Test
    void laneThatRefusesEverything_isSaidToFailWithItsOwnWords() {
        rig.upstream.always(Reply.error(400, null, null).blaming(null, "Hello sk-canary, this model sleeps"));

        for (int i = 0; i < 3; i++) {
            rig.ask();
        }

        LaneState lane = rig.model.laneStates().getFirst();
        assertThat(lane.failing()).isTrue();
        assertThat(lane.alarms()).containsExactly(LaneAlarm.NO_ANSWERS);
        assertThat(lane.lastError()).isNotNull().extracting(LaneError::said).isEqualTo("…, this model sleeps");
        rig.upstream.reset();
        rig.upstream.always(Reply.answer("x"));
        rig.ask();
        assertThat(rig.model.laneStates().getFirst().alarms()).isEmpty();
        assertThat(rig.model.laneStates().getFirst().failing()).isFalse();
    }

    @Test
    void emptyAnswer_isCountedByTheUpstreamsNumbers_andTheNextIsToThinkLess() {
        rig.upstream.always(Reply.answer().finish("length")
                .in(new Accent().counts(Accent.Counts.AT_THE_END, 300, 800, 800)));

        Answer first = rig.ask();
        rig.ask();

        assertThat(first.failure().usage()).isEqualTo(new Usage(300, 800, 0, 800));
        assertThat(rig.upstream.requests()).extracting(request -> request.body().path("reasoning_effort").asText())
                .containsExactly("", "low");
        assertThat(rig.model.laneStates().getFirst().quirks()).containsExactly(Quirk.THINKS_LONG);
        rig.upstream.refusing("reasoning_effort", Reply.error(400, null, null)
                .blaming("reasoning_effort", "Unsupported.")).always(Reply.answer("x"));
        assertThat(rig.ask().text()).isEqualTo("x");
        rig.ask();
        assertThat(rig.upstream.requests()).extracting(Received::body)
                .extracting(body -> body.has("reasoning_effort"))
                .containsExactly(false, true, true, false, false);
    }

    @Test
    void emptyAnswersTokens_areCountedWithTheNextLanes() {
        try (ModelRig two = new ModelRig("fallbacks", "second")) {
            two.upstream.next(Reply.answer().in(new Accent().counts(Accent.Counts.AT_THE_END, 300, 800, 0)))
                    .always(Reply.answer("x").in(new Accent().counts(Accent.Counts.AT_THE_END, 10, 1, 0)));

            assertThat(two.ask().finished().usage()).isEqualTo(new Usage(310, 801));
        }
    }

    @Test
    void numbersOfEveryKind_areRead() {
        for (Accent.Counts where : Accent.Counts.values()) {
            for (boolean asText : new boolean[]{false, true}) {
                Accent accent = new Accent().counts(where, 300, 12, 3);
                rig.upstream.always(Reply.answer("x").usage(true).in(asText ? accent.numbersAsText() : accent));

                assertThat(rig.ask().finished().usage()).as("%s, as text: %s", where, asText)
                        .isEqualTo(new Usage(300, 12, 0, 3));
            }
        }
    }
}
