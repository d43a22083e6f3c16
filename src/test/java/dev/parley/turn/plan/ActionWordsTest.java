package dev.parley.turn.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.action.Action;
import dev.parley.action.ActionSettings;
import dev.parley.conversation.answer.Evidence;
import dev.parley.language.Language;
import dev.parley.language.Sentence;
import dev.parley.language.ShopSentences;
import dev.parley.model.ToolCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionWordsTest {
    private static final ShopSentences KEYS = new ShopSentences() {
        @Override
        public String say(Sentence sentence, @Nullable Language wanted, String value) {
            return "<" + sentence.key() + ":" + value + ">";
        }

        @Override
        public Language spoken(@Nullable Language wanted) {
            return Language.ENGLISH;
        }
    };

    private static Action tool(String name, String method, String confirm, @Nullable String question) {
        try {
            return new Action(UUID.randomUUID(),
                    new ActionSettings(name, "Sends money back.", new ObjectMapper().readTree(
                            """
                            {"type":"object","properties":{"number":{"type":"string","title":"Order"},"sum":{"type":"string"}}}"""),
                            "https://shop.example", method, null, 1_000, "anonymous", confirm, question, "customer_id",
                            Map.of(), null, true, false),
                    null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ActionWords words(Action... tools) {
        return new ActionWords(KEYS, Language.ENGLISH, new Toolbox(List.of(tools), null));
    }

    private static ToolCall call(String name, String arguments) {
        return new ToolCall("1", name, arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "Refund {number}? | {\"number\":\"A-1\"} | Refund A-1?",
            "Refund {number}? | {\"number\":\"A-1\",\"sum\":\"59.90 EUR\"} | Refund A-1? (sum: 59.90 EUR)",
            "Refund it? | {\"number\":\"A-1\",\"sum\":\"\"} | Refund it? (Order: A-1)",
            "Refund it? | {\"pick_up_at\":[\"Mo\",2]} | Refund it? (pick up at: Mo, 2)",
            "Refund {number}? | {\"number\":\"A-1**? [x](https://evil.example) <b>`_~\"} | Refund A-1\\*\\*? \\[x\\](https://evil.example) \\<b>\\`_\\~?",
            "Refund {number} {number}? | {\"number\":\"{sum}\\u0000\\n\\n# A\"} | Refund {sum} # A {sum} # A?",
            "Refund {number} in {shop}? | {\"number\":\"{sum}$1\",\"sum\":\"2\"} | Refund {sum}$1 in {shop}? (sum: 2)",
            "Refund it? | {} | Refund it?"})
    void question_namesEveryArgument(String text, String arguments, String asked) {
        Action tool = tool("refund", "POST", "visitor", text);

        assertThat(words(tool).question(List.of(call("refund", arguments)))).isEqualTo(asked);
    }

    @Test
    void argumentWithoutEnd_isCut() {
        Action tool = tool("refund", "POST", "visitor", "{number}?");

        assertThat(words(tool).question(List.of(call("refund", "{\"number\":\"" + "9".repeat(5_000) + "\"}"))))
                .hasSize(202);
    }

    @Test
    void severalQuestions_haveALineEachAndLookUpsNone() {
        ActionWords words = words(tool("refund", "POST", "visitor", "Refund {number}?"),
                tool("send_back", "POST", "visitor", null), tool("look", "GET", "never", null));

        assertThat(words.question(List.of(call("refund", "{\"number\":\"1\"}"), call("look", "{}"),
                call("refund", "{\"number\":\"2\"}")))).isEqualTo("Refund 1?\n\nRefund 2?");
        assertThat(words.question(List.of(call("send_back", "{\"number\":\"1\"}"),
                call("send_back", "{\"number\":\"2\"}")))).isEqualTo(
                        "<confirm:\n\n- Sends money back. (Order: 1)\n- Sends money back. (Order: 2)\n\n>");
    }

    @Test
    void outcome_isOfWhatChangesSomethingAlone() {
        ActionWords words = words(tool("refund", "POST", "never", null), tool("look", "GET", "never", null));

        assertThat(words.outcome(List.of(did("look", "done")))).isEmpty();
        assertThat(words.outcome(List.of(did("refund", "done"), did("refund", "done"), did("refund", "failed"),
                did("refund", "unknown"), did("gone", "refused")))).isEqualTo("""
                        <action_done:Sends money back.>

                        <action_not_done:Sends money back.>

                        <action_uncertain:Sends money back.>

                        <action_not_done:gone.>""");
    }

    private static Evidence.Action did(String name, String outcome) {
        return new Evidence.Action(name, "{}", outcome, null, 1);
    }
}
