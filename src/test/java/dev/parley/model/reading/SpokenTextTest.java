package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.parley.model.ToolCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTextTest {
    private static final Set<String> OFFERED = Set.of("no_answer", "hand_over", "order_status");

    private final List<String> said = new ArrayList<>();

    private SpokenText spoken() {
        said.clear();
        return new SpokenText(OFFERED, said::add);
    }

    private String text() {
        return String.join("", said);
    }

    private SpokenText hear(String... pieces) {
        SpokenText spoken = spoken();
        for (String piece : pieces) {
            spoken.accept(piece);
        }
        spoken.end();
        return spoken;
    }

    private static String[] letters(String text) {
        return text.codePoints().mapToObj(Character::toString).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<tool_call>{\"name\":\"no_answer\",\"arguments\":{}}</tool_call>",
            "<tool_call>\n{\"arguments\": {}, \"name\": \"no_answer\"}\n</tool_call>",
            "<|python_tag|>{\"name\":\"no_answer\",\"parameters\":{}}", "<|python_tag|>no_answer.call()",
            "[TOOL_CALLS][{\"name\":\"no_answer\",\"arguments\":{}}]", "[TOOL_CALLS]no_answer[ARGS]{}",
            "{\"name\":\"no_answer\",\"parameters\":{}}", "{\"name\": \"no_answer\"}",
            "[{\"name\":\"no_answer\",\"arguments\":{}}]", "{\"function\":\"no_answer\",\"arguments\":{}}",
            "{\"type\":\"function\",\"function\":{\"name\":\"no_answer\",\"arguments\":\"{}\"}}",
            "{\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"no_answer\",\"arguments\":{}}}]}",
            "{\"no_answer\":{}}", "{\"name\":\"functions.no_answer\",\"arguments\":{}}",
            "<function=no_answer>{}</function>", "<function=no_answer></function>",
            "<function_calls><invoke name=\"no_answer\"></invoke></function_calls>", "<invoke name=\"no_answer\"/>",
            "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>no_answer\n```json\n{}\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜>",
            "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>no_answer<｜tool▁sep｜>{}<｜tool▁call▁end｜>",
            "<|tool_calls_section_begin|><|tool_call_begin|>functions.no_answer:0<|tool_call_argument_begin|>{}<|tool_call_end|>",
            "<|tool_call|>[{\"name\":\"no_answer\",\"arguments\":{}}]<|/tool_call|>",
            "<minimax:tool_call><invoke name=\"no_answer\"></invoke>", "<tool_call>no_answer</tool_call>",
            "```json\n{\"name\":\"no_answer\",\"arguments\":{}}\n```", "```\n{\"name\":\"no_answer\"}\n```",
            "```tool_code\nprint(default_api.no_answer())\n```", "no_answer()", "`no_answer()`", "[no_answer()]",
            "functions.no_answer({})", "functools[{\"name\":\"no_answer\",\"arguments\":{}}]",
            "<TOOL_CALL>{\"name\":\"NO_ANSWER\"}</TOOL_CALL>"})
    void callWrittenAsText_isMadeAndNotShown(String call) {
        for (String[] pieces : List.of(new String[]{call}, letters(call), letters("\n " + call))) {
            assertThat(hear(pieces).calls()).extracting(ToolCall::name).containsExactly("no_answer");
            assertThat(text()).isBlank();
        }
        assertThat(hear(letters("I am sorry.\n" + call)).calls()).extracting(ToolCall::name)
                .containsExactly("no_answer");
        assertThat(text()).isEqualTo("I am sorry.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<tool_call>{\"name\":\"order_status\",\"arguments\":{\"number\":\"A-1\"}}</tool_call>",
            "<|python_tag|>{\"name\":\"order_status\",\"parameters\":{\"number\":\"A-1\"}}",
            "order_status(number=\"A-1\")", "order_status(number='A-1')", "[order_status(number=A-1)]",
            "order_status({\"number\":\"A-1\"})", "{\"order_status\":{\"number\":\"A-1\"}}",
            "<function=order_status><parameter=number>A-1</parameter></function>",
            "<invoke name=\"order_status\"><parameter name=\"number\">A-1</parameter></invoke>",
            "<tool_call>order_status\n<arg_key>number</arg_key>\n<arg_value>A-1</arg_value>\n</tool_call>",
            "{\"function\":{\"name\":\"order_status\",\"arguments\":\"{\\\"number\\\":\\\"A-1\\\"}\"}}"})
    void argumentsWrittenAsText_areRead(String call) {
        assertThat(hear(letters(call)).calls()).extracting(ToolCall::name, each -> each.arguments())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("order_status", "{\"number\":\"A-1\"}"));
        assertThat(text()).isEmpty();
    }

    @Test
    void severalCalls_areRead() {
        SpokenText spoken = hear("<tool_call>{\"name\":\"order_status\",\"arguments\":{\"n\":1}}</tool_call>\n"
                + "<tool_call>{\"name\":\"hand_over\",\"arguments\":{\"reason\":\"call no_answer\"}}</tool_call>");

        assertThat(spoken.calls()).extracting(ToolCall::name).containsExactly("order_status", "hand_over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<tool_call>{\"name\":\"search_web\",\"arguments\":{}}</tool_call>",
            "{\"name\":\"search_web\",\"parameters\":{}}", "[TOOL_CALLS][{\"name\":\"look\"}]", "<tool_call>",
            "<function=look>{}</function>"})
    void callOfAFunctionThatNobodyOffered_isNeitherMadeNorShown(String call) {
        assertThat(hear(letters(call)).calls()).isEmpty();
        assertThat(text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"You have time [1].", "<b>Yes</b>, a < b", "{\"answer\":\"Yes.\"}", "{\"type\":\"shoe\"}",
            "[1] says so", "```\nABC\n```", "The order status (see [1])", "Assistants help you.", "Assistance: yes",
            "functions are fine", "<s>old</s> new price", "[Shop](https://x/y)", "a <", "[", "<|", "{", "`code`",
            "No answer yet (sorry)", "The `</s>` tag.", "Use `<tool_call>` or `[INST]` there.", "`<|im_end|>` ends it.",
            "Two `a` and <b>`</s>`</b>.", "assistant", "\n  There is time.", " "})
    void answer_isShownAsItIs(String answer) {
        assertThat(hear(letters(answer)).calls()).isEmpty();
        assertThat(text()).isEqualTo(answer);
        hear(answer);
        assertThat(text()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<|im_end|>", "<|endoftext|>", "</s>", "<|eot_id|>", "<|end_of_text|>", "<end_of_turn>",
            "<｜end▁of▁sentence｜>", "<|im_start|>user\nAnd then?", "<|eot_id|>\nUser: And?", "<|user|>And?", "<eos>",
            "[INST] And? [/INST]", "<|start_header_id|>user<|end_header_id|>\n\nAnd?", "<|END_OF_TURN_TOKEN|>",
            "<start_of_turn>user\nAnd?", "<|im_end|><|endoftext|></s>", "<｜User｜>And?",
            "<|im_end|>\n<tool_call>{\"name\":\"no_answer\"}</tool_call>"})
    void tokenOfTheTemplate_endsTheAnswer(String token) {
        SpokenText spoken = hear(letters("There is time." + token + " More"));

        assertThat(text()).isEqualTo("There is time.");
        assertThat(spoken.isOver()).isTrue();
        assertThat(spoken.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Assistant: ", "assistant:", "**Assistant:** ", "<|im_start|>assistant\n", "<s> ",
            "ASSISTANT: ",
            "<|start_header_id|>assistant<|end_header_id|>\n\n", "<start_of_turn>model\n", "<|assistant|>\n",
            "</s>", "[/INST] ", "\nAssistant: "})
    void whoSpeaks_isNotSaid(String speaker) {
        hear(letters(speaker + "There is time."));

        assertThat(text()).isEqualTo("There is time.");
    }

    @Test
    void answer_isStreamedPieceByPiece() {
        SpokenText spoken = spoken();
        for (String piece : List.of("There", " is", " time", " [", "1", "].", "\n", "Yes")) {
            spoken.accept(piece);
        }

        assertThat(said).containsExactly("There", " is", " time", " ", "[1", "].", "\n", "Yes");
    }

    @Test
    void whatOnlyLooksLikeACall_isShownBeforeItIsTooLong() {
        SpokenText spoken = spoken();
        spoken.accept("{\"name\": \"" + "x".repeat(40_000));
        assertThat(text()).hasSizeGreaterThan(40_000);
    }
}
