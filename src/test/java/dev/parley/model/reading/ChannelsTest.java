package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.parley.model.ToolCall;
import dev.parley.model.reading.AnswerReaderRig.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that write to channels, and servers that pass all of them on as text. */
class ChannelsTest {
    private static final String ANALYSIS = "<|channel|>analysis<|message|>The SECRETHINT is kept.<|end|>";

    private static Heard hear(String text, String finish, int size) {
        StringBuilder body = new StringBuilder();
        for (int at = 0; at < text.length(); at += size) {
            body.append(AnswerReaderRig.chunk(text.substring(at, Math.min(text.length(), at + size))));
        }
        return new AnswerReaderRig()
                .hear(body + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"" + finish + "\"}]}\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<|channel|>commentary to=functions.order_status <|constrain|>json<|message|>{\"number\":\"A-1\"}<|call|>",
            "<|channel|>commentary to=functions.order_status<|constrain|>json<|message|>{\"number\":\"A-1\"}",
            "<|start|>assistant<|channel|>commentary to=functions.order_status json<|message|>{\"number\":\"A-1\"}<|call|>",
            "<|start|>assistant to=functions.order_status<|channel|>commentary <|constrain|>json<|message|>{\"number\":\"A-1\"}<|call|>",
            "<|start|>assistant to=functions.order_status<|message|>{\"number\":\"A-1\"}<|call|>",
            "<|channel|>commentary <|constrain|>json to=functions.order_status<|message|>{\"number\":\"A-1\"}<|call|>",
            "<|channel|>analysis to=functions.order_status code<|message|>{\"number\":\"A-1\"}<|call|>",
            "commentary to=functions.order_status json{\"number\":\"A-1\"}",
            "commentary to=functions.order_status <|constrain|>json {\"number\":\"A-1\"}"})
    void callInAChannel_isMadeAndNotShown(String call) {
        for (int size : new int[]{1, 6, 1000}) {
            for (String before : List.of("", ANALYSIS,
                    ANALYSIS + "<|start|>assistant<|channel|>commentary<|message|>I look it up.<|end|>")) {
                Heard heard = hear(before + call, "tool_calls", size);

                assertThat(heard.calls()).as(before + " in pieces of " + size)
                        .extracting(ToolCall::name, each -> each.arguments())
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("order_status", "{\"number\":\"A-1\"}"));
                assertThat(heard.text()).isBlank();
            }
        }
    }

    @Test
    void severalCalls_areAllMade() {
        String call = "<|start|>assistant<|channel|>commentary to=functions.order_status <|constrain|>json<|message|>{\"number\":\"A-%d\"}<|call|>";

        Heard heard = hear(ANALYSIS + call.formatted(1) + call.formatted(2), "stop", 9);

        assertThat(heard.calls()).extracting(ToolCall::arguments).containsExactly("{\"number\":\"A-1\"}",
                "{\"number\":\"A-2\"}");
    }

    @Test
    void callWithoutSpecialTokens_isMade() {
        assertThat(hear(
                "analysisThe user asks. SECRETHINTassistantcommentary to=functions.order_status json{\"number\":\"A-1\"}",
                "stop", 5).calls()).extracting(ToolCall::name).containsExactly("order_status");
    }

    @ParameterizedTest
    @ValueSource(strings = {ANALYSIS + "<|start|>assistant<|channel|>final<|message|>There is time.<|return|>",
            ANALYSIS + "<|channel|>final<|message|>There is time.",
            "<|start|>assistant" + ANALYSIS
                    + "<|start|>assistant<|channel|>final <|constrain|>text<|message|>There is time.<|end|>",
            "<|start|>assistant<|channel|>final<|message|>There is time.<|return|>",
            "<|start|>assistant<|message|>There is time.<|end|>", ANALYSIS + "There is time.",
            ANALYSIS + "<|start|>assistant<|channel|>commentary<|message|>SECRETHINT<|end|><|start|>assistant<|channel|>final<|message|>There is time.",
            ANALYSIS + "<|start|>assistant<|channel|>commentary to=functions.look<|message|>{\"a\":\"SECRETHINT\"}<|call|>"
                    + "<|start|>assistant<|channel|>final<|message|>There is time.",
            ANALYSIS + "<|start|>assistant<|channel|>final<|message|>There is time.<|end|><|start|>user<|message|>SECRETHINT",
            "The user asks. SECRETHINT<|end|><|start|>assistant<|channel|>final<|message|>There is time."})
    void finalChannel_isTheAnswer(String text) {
        for (int size : new int[]{1, 6, 1000}) {
            assertThat(hear(text, "stop", size)).as("in pieces of %d", size)
                    .isEqualTo(new Heard("There is time.", "STOP", List.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<|channel|>analysis<|message|>SECRETHINT and",
            "<|channel|>commentary<|message|>SECRETHINT and",
            "<|channel|>commentary to=functions.look json<|message|>{\"a\":\"SECRETHINT",
            "<|start|>assistant<|channel|>analysis<|message|>SECRETHINT<|end|><|start|>assistant<|chan"})
    void channelThatIsCut_leavesNothing(String text) {
        for (int size : new int[]{1, 6, 1000}) {
            assertThat(hear(text, "length", size).text()).doesNotContain("SECRETHINT", "<|channel");
        }
    }
}
