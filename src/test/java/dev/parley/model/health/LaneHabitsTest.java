package dev.parley.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import dev.parley.model.ChatMessage;
import dev.parley.model.ChatRequest;
import dev.parley.model.DefaultLanes;
import dev.parley.model.Dialect;
import dev.parley.model.FakeTime;
import dev.parley.model.Lane;
import dev.parley.model.ModelRig;
import dev.parley.model.ToolCall;
import dev.parley.model.ToolOffer;
import org.junit.jupiter.api.Test;

class LaneHabitsTest {
    private static final Lane LANE = DefaultLanes.of(ModelRig.config(Map.of("parley.model.api-key", "sk-canary")))
            .getFirst();
    private static final List<ToolOffer> OURS = List.of(new ToolOffer("no_answer", "Says so", "{}"));
    private static final List<ToolOffer> A_SHOPS = List.of(new ToolOffer("order_status", "Looks", "{}"));
    private static final Objection ALL_TOOLS = new Objection(Set.of(Quirk.NO_FUNCTIONS), false);
    private static final Objection THESE_TOOLS = new Objection(Set.of(), true);

    private final FakeTime time = new FakeTime();
    private final LaneHabits habits = new LaneHabits(time);

    private ChatRequest asked(ChatRequest request) {
        return habits.fit(request, LANE, Objection.NONE).request();
    }

    private static ChatRequest offering(List<ToolOffer> tools) {
        return ModelRig.HELLO.offering(tools);
    }

    @Test
    void laneThatRefusesAllFunctions_isOfferedNoneForADay() {
        habits.learn(LANE, ALL_TOOLS, OURS);

        assertThat(asked(offering(OURS)).tools()).isEmpty();
        assertThat(asked(offering(A_SHOPS)).tools()).isEmpty();
        assertThat(habits.quirks()).containsExactly(Quirk.NO_FUNCTIONS);
        time.advance(Duration.ofHours(24));
        assertThat(asked(offering(OURS)).tools()).isEqualTo(OURS);
        assertThat(habits.quirks()).isEmpty();
    }

    @Test
    void functionsOfOneShop_areLeftOutForThatShopAlone() {
        habits.learn(LANE, THESE_TOOLS, A_SHOPS);

        assertThat(asked(offering(A_SHOPS)).tools()).isEmpty();
        assertThat(asked(offering(OURS)).tools()).isEqualTo(OURS);
        assertThat(habits.quirks()).isEmpty();
    }

    @Test
    void whatIsKnown_costsNothingAgain() {
        assertThat(habits.knows(THESE_TOOLS, offering(OURS))).isFalse();
        assertThat(habits.knows(Objection.NONE, offering(OURS))).isFalse();

        habits.learn(LANE, THESE_TOOLS, OURS);

        assertThat(habits.knows(THESE_TOOLS, offering(OURS))).isTrue();
        assertThat(habits.knows(THESE_TOOLS, offering(A_SHOPS))).isFalse();
        assertThat(habits.knows(ALL_TOOLS, offering(OURS))).isFalse();
    }

    @Test
    void request_keepsWhatEarlierCallsHaveBrought() {
        ToolCall call = new ToolCall("call_1", "order_status", "{}");
        ChatRequest request = offering(OURS).followedBy(List.of(ChatMessage.calling("", List.of(call)),
                ChatMessage.result(call, "sent"), ChatMessage.calling("One moment.", List.of(call))), true);
        habits.learn(LANE, ALL_TOOLS, OURS);

        ChatRequest fit = asked(request);

        assertThat(fit.tools()).isEmpty();
        assertThat(fit.mayCall()).isFalse();
        assertThat(fit.messages()).containsExactly(ChatMessage.system("Be kind."), ChatMessage.user("Hello"),
                ChatMessage.user("sent"), ChatMessage.assistant("One moment."));
    }

    @Test
    void nameOfTheLimitThatWasFoundLast_holds() {
        habits.learn(LANE, Quirk.MAX_COMPLETION_TOKENS);
        habits.learn(LANE, Quirk.MAX_TOKENS);

        assertThat(habits.quirks()).containsExactly(Quirk.MAX_TOKENS);
        assertThat(habits.fit(ModelRig.HELLO, LANE, new Objection(Set.of(Quirk.MAX_COMPLETION_TOKENS), false)).lane()
                .dialect().maxTokens()).isEqualTo(Dialect.MaxTokens.MAX_COMPLETION_TOKENS);
    }

    @Test
    void refusalOfBothNames_leavesTheLimitOut() {
        Objection both = new Objection(Set.of(Quirk.MAX_COMPLETION_TOKENS), false)
                .and(new Objection(Set.of(Quirk.MAX_TOKENS), false));

        assertThat(habits.fit(ModelRig.HELLO, LANE, both).lane().dialect().maxTokens())
                .isEqualTo(Dialect.MaxTokens.NONE);
    }

    @Test
    void modelThatIsKnownForThinking_isTrustedOnceItHasAnsweredPlainly() {
        Lane thinker = new Lane(LANE.owner(), "r1", LANE.kind(), LANE.address(), LANE.key(), "deepseek-r1:8b", null,
                LANE.dialect(), LANE.patience());

        assertThat(habits.mayThinkUnmarked(LANE)).isFalse();
        assertThat(habits.mayThinkUnmarked(thinker)).isTrue();
        habits.heard(thinker, false, null);
        assertThat(habits.mayThinkUnmarked(thinker)).isFalse();
        habits.heard(thinker, true, null);
        assertThat(habits.mayThinkUnmarked(thinker)).isTrue();
    }

    @Test
    void unknownReasonToFinish_isLoggedOnceForALane() {
        List<String> told = new ArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord heard) {
                told.add(heard.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(LaneHabits.class.getName());
        log.addHandler(ear);
        try {
            for (String word : List.of("banana", "banana", "apple")) {
                habits.heard(LANE, false, word);
            }
            habits.heard(LANE, false, null);
            new LaneHabits(time).heard(LANE, false, "banana");
        } finally {
            log.removeHandler(ear);
        }

        assertThat(told).hasSize(3).allMatch(line -> line.contains("nobody knows"));
    }
}
