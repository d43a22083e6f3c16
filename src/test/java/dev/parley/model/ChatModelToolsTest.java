package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.parley.model.ModelRig.Answer;
import dev.parley.model.health.LaneState;
import dev.parley.model.health.ModelState;
import dev.parley.model.health.Quirk;
import dev.parley.testsupport.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that refuse requests with functions. */
class ChatModelToolsTest {
    private static final ChatRequest OFFERING = ModelRig.HELLO
            .offering(List.of(new ToolOffer("no_answer", "Says so", "{\"type\":\"object\"}")));

    private ModelRig rig = new ModelRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void rig(String... settings) {
        rig.close();
        rig = new ModelRig(settings);
    }

    private static Reply refusing(int status) {
        return Reply.error(status, null, "invalid_request_error").blaming(null, "This model does not support tools");
    }

    private List<Boolean> offered() {
        return rig.upstream.requests().stream().map(request -> request.body().has("tools")).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422, 500, 501})
    void refusedFunctions_areLeftOutAtOnceAndFromThenOn(int status) {
        rig.upstream.next(refusing(status)).always(Reply.answer("three ", "days"));

        Answer first = rig.ask(OFFERING);
        Answer second = rig.ask(OFFERING);

        assertThat(first.text()).isEqualTo("three days");
        assertThat(first.started().attempts()).isEqualTo(2);
        assertThat(second.text()).isEqualTo("three days");
        assertThat(second.started().attempts()).isEqualTo(1);
        assertThat(offered()).containsExactly(true, false, false);
        assertThat(rig.upstream.requests()).noneMatch(
                request -> request.body().has("tool_choice") && !request.body().has("tools"));
        assertThat(rig.waits).isEmpty();
    }

    @Test
    void refusedFunctions_areNoFailureOfTheLane() {
        rig("rest", "2m");
        rig.upstream.next(refusing(404)).always(Reply.answer("x"));

        rig.ask(OFFERING);

        LaneState lane = rig.model.laneStates().getFirst();
        assertThat(lane.quirks()).containsExactly(Quirk.NO_FUNCTIONS);
        assertThat(lane.failing()).isFalse();
        assertThat(lane.restingFor()).isNull();
        assertThat(lane.alarms()).isEmpty();
        assertThat(lane.lastError()).isNull();
        assertThat(lane.breaker()).isEqualTo(ModelState.Breaker.CLOSED);
    }

    @Test
    void refusalForAnotherReason_isNotAskedAgain() {
        rig.upstream.always(Reply.error(400, null, "invalid_request_error").blaming("model", "Too new"));

        assertThat(rig.ask(OFFERING).failure().kind()).isEqualTo(ModelErrorKind.BAD_REQUEST);

        assertThat(offered()).containsExactly(true);
        assertThat(rig.model.laneStates().getFirst().quirks()).doesNotContain(Quirk.NO_FUNCTIONS);
    }

    @Test
    void requestWithoutFunctions_isNotAskedAgainWhateverTheErrorSays() {
        rig.upstream.always(refusing(400));

        assertThat(rig.ask().failure().attempts()).isEqualTo(1);
    }

    @Test
    void refusalThatComesWithoutFunctionsToo_isNotLaidToThem() {
        rig.upstream.next(refusing(400), refusing(400)).always(Reply.answer("x"));

        assertThat(rig.ask(OFFERING).failure().attempts()).isEqualTo(2);
        assertThat(rig.ask(OFFERING).text()).isEqualTo("x");

        assertThat(offered()).containsExactly(true, false, true);
    }

    @Test
    void nextLane_isOfferedThemAgain() {
        rig("fallbacks", "second");
        rig.upstream.next(refusing(400)).always(Reply.answer("x"));
        rig.ask(OFFERING);
        rig.upstream.reset();
        rig.upstream.next(Reply.error(404, "model_not_found", null)).always(Reply.answer("x"));

        assertThat(rig.ask(OFFERING).started().model()).isEqualTo("second");

        assertThat(offered()).containsExactly(false, true);
    }

    @Test
    void serverThatKeepsChangingItsMind_isAskedNoMoreThanTheBudgetAllows() {
        rig.upstream.always(refusing(400));

        for (int i = 0; i < 30; i++) {
            rig.ask(OFFERING);
        }

        assertThat(rig.upstream.stats().requests()).isBetween(35, 46);
    }

    @Test
    void functionsThatOneShopBrings_areLeftOutForThatShopAlone() {
        ChatRequest another = ModelRig.HELLO.offering(List.of(new ToolOffer("order_status", "Looks", "[]")));
        rig.upstream.next(Reply.error(400, "invalid_function_parameters", null).blaming("tools[0].function", "No"))
                .always(Reply.answer("x"));

        rig.ask(another);
        rig.ask(OFFERING);
        rig.ask(another);

        assertThat(offered()).containsExactly(true, false, true, false);
        assertThat(rig.model.laneStates().getFirst().quirks()).doesNotContain(Quirk.NO_FUNCTIONS);
    }
}
