package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class LaneToolsTest {
    private static final Lane LANE = DefaultLanes.of(ModelRig.config(Map.of("parley.model.api-key", "sk-canary")))
            .getFirst();
    private static final List<ToolOffer> OURS = List.of(new ToolOffer("no_answer", "Says so", "{}"));
    private static final List<ToolOffer> A_SHOPS = List.of(new ToolOffer("order_status", "Looks", "{}"));

    private final FakeTime time = new FakeTime();
    private final LaneTools tools = new LaneTools(time);

    @Test
    void laneThatRefusesAll_isOfferedNoneForADay() {
        assertThat(tools.refused(LANE, OURS, ToolsRefusal.ALL)).isTrue();

        assertThat(tools.refuses(OURS)).isTrue();
        assertThat(tools.refuses(A_SHOPS)).isTrue();
        assertThat(tools.refuses(List.of())).isTrue();
        time.advance(Duration.ofHours(24));
        assertThat(tools.refuses(OURS)).isFalse();
    }

    @Test
    void functionsOfOneShop_areLeftOutForThatShopAlone() {
        tools.refused(LANE, A_SHOPS, ToolsRefusal.THESE);

        assertThat(tools.refuses(A_SHOPS)).isTrue();
        assertThat(tools.refuses(OURS)).isFalse();
        assertThat(tools.refuses(List.of())).isFalse();
    }

    @Test
    void whatIsKnown_isNoNewsAgain() {
        tools.refused(LANE, OURS, ToolsRefusal.ALL);

        assertThat(tools.refused(LANE, A_SHOPS, ToolsRefusal.THESE)).isFalse();
    }

    @Test
    void whatWasNotTheReason_isOfferedAgain() {
        tools.refused(LANE, OURS, ToolsRefusal.ALL);

        tools.cleared(OURS);

        assertThat(tools.refuses(OURS)).isFalse();
    }

    @Test
    void request_keepsWhatEarlierCallsHaveBrought() {
        ToolCall call = new ToolCall("call_1", "order_status", "{}");
        ChatRequest request = ModelRig.HELLO.offering(OURS).followedBy(List.of(ChatMessage.calling("", List.of(call)),
                ChatMessage.result(call, "sent"), ChatMessage.calling("One moment.", List.of(call))), true);
        tools.refused(LANE, OURS, ToolsRefusal.ALL);

        ChatRequest fit = tools.fit(request);

        assertThat(fit.tools()).isEmpty();
        assertThat(fit.mayCall()).isFalse();
        assertThat(fit.messages()).containsExactly(ChatMessage.system("Be kind."), ChatMessage.user("Hello"),
                ChatMessage.user("sent"), ChatMessage.assistant("One moment."));
    }
}
