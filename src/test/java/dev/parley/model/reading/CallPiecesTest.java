package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.parley.model.ToolCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallPiecesTest {
    /** Each text is the `tool_calls` of one chunk. */
    private static List<ToolCall> calls(String... chunks) throws Exception {
        CallPieces pieces = new CallPieces();
        for (String chunk : chunks) {
            byte[] bytes = ("{\"choices\":[{\"delta\":{\"tool_calls\":" + chunk + "}}]}")
                    .getBytes(StandardCharsets.UTF_8);
            pieces.add(ChunkReader.read(bytes, bytes.length).calls());
        }
        return pieces.whole();
    }

    private static String call(String fields, String name, String arguments) {
        return "{" + fields + (fields.isEmpty() ? "" : ",") + "\"function\":{"
                + (name.isEmpty() ? "" : "\"name\":\"" + name + "\",") + "\"arguments\":\""
                + arguments.replace("\"", "\\\"") + "\"}}";
    }

    private static final String A = "{\"n\":\"A}\"}";
    private static final String B = "{\"n\":\"B\"}";

    @ParameterizedTest
    @ValueSource(strings = {"\"index\":0,\"id\":\"x\"|\"index\":1,\"id\":\"y\"",
            "\"index\":0,\"id\":\"x\"|\"index\":0,\"id\":\"y\"",
            "\"index\":0|\"index\":0", "\"id\":\"x\"|\"id\":\"y\"", "|", "\"index\":\"0\"|\"index\":\"1\"",
            "\"index\":null,\"id\":null|\"index\":null,\"id\":null", "\"index\":0,\"id\":\"\"|\"index\":0,\"id\":\"\""})
    void twoWholeCalls_areTwoHoweverTheyAreNumbered(String numbers) throws Exception {
        String one = call(numbers.split("\\|", -1)[0], "look", A);
        String two = call(numbers.split("\\|", -1)[1], "look", B);

        for (List<ToolCall> calls : List.of(calls("[" + one + "]", "[" + two + "]"),
                calls("[" + one + "," + two + "]"))) {
            assertThat(calls).extracting(ToolCall::arguments).containsExactly(A, B);
            assertThat(calls).extracting(ToolCall::name).containsExactly("look", "look");
            assertThat(calls).extracting(ToolCall::id).doesNotHaveDuplicates().doesNotContain("");
        }
    }

    @Test
    void idThatChangesInTheMiddle_isStillOneCall() throws Exception {
        assertThat(calls("[" + call("\"index\":0,\"id\":\"a\"", "look", "") + "]",
                "[" + call("\"index\":0,\"id\":\"b\"", "look", "{\"n\":") + "]",
                "[" + call("\"index\":0,\"id\":\"c\"", "", "\"A\"}") + "]")).extracting(ToolCall::arguments)
                .containsExactly("{\"n\":\"A\"}");
    }

    @Test
    void nameInEveryPiece_isOneCall() throws Exception {
        assertThat(calls("[" + call("\"index\":0,\"id\":\"a\"", "look", "{\"n\":") + "]",
                "[" + call("\"index\":0,\"id\":\"a\"", "look", "1}") + "]")).extracting(ToolCall::arguments)
                .containsExactly("{\"n\":1}");
    }

    @Test
    void sameCallAgain_isOneCall() throws Exception {
        String one = "[" + call("\"index\":0,\"id\":\"a\"", "look", A) + "]";

        assertThat(calls(one, one)).hasSize(1);
        assertThat(calls(one, "[" + call("\"index\":1,\"id\":\"b\"", "look", A) + "]")).hasSize(1);
    }

    @Test
    void piecesOfTwoCallsInTurn_areToldApartByTheirIds() throws Exception {
        assertThat(calls("[" + call("\"index\":0,\"id\":\"a\"", "look", "{") + "]",
                "[" + call("\"index\":1,\"id\":\"b\"", "look", "{") + "]",
                "[" + call("\"index\":0", "", "\"n\":1}") + "," + call("\"index\":1", "", "\"n\":2}") + "]"))
                .extracting(ToolCall::arguments).containsExactly("{\"n\":1}", "{\"n\":2}");
        assertThat(calls("[" + call("\"id\":\"a\"", "look", "{") + "," + call("\"id\":\"b\"", "find", "{") + "]",
                "[" + call("", "", "\"n\":1}") + "," + call("", "", "\"n\":2}") + "]"))
                .extracting(ToolCall::arguments).containsExactly("{\"n\":1}", "{\"n\":2}");
    }

    @Test
    void argumentsAsJson_areRead() throws Exception {
        assertThat(calls("[{\"function\":{\"name\":\"look\",\"arguments\":{\"n\":[1,{\"m\":\"x\"}]}}}]"))
                .containsExactly(new ToolCall("call_0", "look", "{\"n\":[1,{\"m\":\"x\"}]}"));
    }

    @Test
    void callWithoutAList_orByItsOldName_isRead() throws Exception {
        assertThat(calls(call("\"id\":\"a\"", "look", A))).hasSize(1);
        byte[] old = "{\"choices\":[{\"message\":{\"function_call\":{\"name\":\"look\",\"arguments\":\"{}\"}}}]}"
                .getBytes(StandardCharsets.UTF_8);
        CallPieces pieces = new CallPieces();
        pieces.add(ChunkReader.read(old, old.length).calls());
        assertThat(pieces.whole()).containsExactly(new ToolCall("call_0", "look", "{}"));
    }

    @Test
    void callWithoutName_isNone() throws Exception {
        assertThat(calls("[" + call("\"index\":0,\"id\":\"a\"", "", A) + "]")).isEmpty();
    }

    @Test
    void moreCallsThanAnyAnswerNeeds_areLeftOut() throws Exception {
        String[] many = new String[30];
        for (int i = 0; i < many.length; i++) {
            many[i] = "[" + call("\"index\":" + i, "look", "{\"n\":" + i + "}") + "]";
        }

        assertThat(calls(many)).hasSize(8);
    }
}
