package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.parley.model.reading.AnswerReaderRig.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Splitting a body into messages, their encodings, and errors in place of an answer. */
class AnswerFramesTest {
    private static final String FIRST = json("There is ", "");
    private static final String SECOND = json("time {for} [that].", "");
    private static final String STOP = json("", "stop");
    private static final String TEXT = "There is time {for} [that].";

    private static String json(String text, String finish) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":"
                + (finish.isEmpty() ? "null" : "\"" + finish + "\"") + "}]}";
    }

    private static String whole(String finish) {
        return "{\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                + TEXT + "\"},\"finish_reason\":" + finish + "}]}";
    }

    private static Heard hear(byte[] body, int size) {
        AnswerReaderRig rig = new AnswerReaderRig();
        for (int at = 0; at < body.length; at += size) {
            rig.feed(Arrays.copyOfRange(body, at, Math.min(body.length, at + size)));
        }
        return rig.end();
    }

    private static Heard hear(String body) {
        return hear(body.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE / 2);
    }

    static Stream<String> frames() {
        String gemini = "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"%s\"}]}%s}],\"usageMetadata\":{\"promptTokenCount\":3,\"candidatesTokenCount\":2}}";
        String ollama = "{\"model\":\"m\",\"created_at\":\"x\",\"message\":{\"role\":\"assistant\",\"content\":\"%s\"},\"done\":%s}\n";
        return Stream.of(lines("\n"), lines("\r\n"), lines("\n\n"), "\ufeff" + lines("\n"), FIRST + SECOND + STOP,
                lines("\n") + "[DONE]\n", lines("\n") + "data: [DONE]\n", "\u001e" + lines("\n\u001e"),
                "[" + FIRST + "," + SECOND + "," + STOP + "]",
                "[" + FIRST + "\n,\r\n" + SECOND + "\n,\n" + STOP + "\n]",
                "[\n" + FIRST.replace(",", ",\n  ") + ",\n" + SECOND + "]\n[" + STOP + "]",
                "data: " + FIRST + "\ndata: " + SECOND + "\ndata: " + STOP + "\ndata: [DONE]\n",
                "data: " + FIRST + "\rdata: " + SECOND + "\rdata: " + STOP + "\r\rdata: [DONE]\r\r",
                "data: " + FIRST + "\r\ndata: " + SECOND + "\r\ndata: " + STOP + "\r\n",
                "data:" + FIRST + "\n: comment\ndata:" + SECOND + "\n\ndata:" + STOP,
                ": PROCESSING\n\n: PROCESSING\n\n" + FIRST + "\n" + SECOND + "\n" + STOP,
                "data: [" + FIRST + "," + SECOND + "]\n\ndata: [" + STOP + "]\n\n",
                "data: " + FIRST + SECOND + "\n\ndata: " + STOP + "\n\n",
                "data: data: " + FIRST + "\n\ndata: data: " + SECOND + "\n\ndata: data: " + STOP + "\n\n",
                "event: message\n" + FIRST + "\n\nevent: message\n" + SECOND + "\n\n" + STOP + "\n\n",
                "id: 1\nevent: x\ndata: {\ndata: " + FIRST.substring(1) + "\n\ndata: " + SECOND + "\ndata: " + STOP
                        + "\n\n",
                "data: \"" + FIRST.replace("\"", "\\\"") + "\"\n\ndata: " + SECOND + "\n\ndata: " + STOP + "\n\n",
                whole("\"stop\""), whole("null"), whole("\"stop\"").replace(",", ",\n\t"),
                "data: " + whole("\"stop\"") + "\n\n",
                "data: " + whole("null") + "\n\n", "\n\n \n" + whole("\"stop\"") + "\n", "[" + whole("\"stop\"") + "]",
                ": PROCESSING\n\n" + whole("\"stop\""),
                "[" + gemini.formatted("There is ", "") + ",\n"
                        + gemini.formatted("time {for} [that].", ",\"finishReason\":\"STOP\"")
                        + "]",
                "data: " + gemini.formatted("There is ", "") + "\r\n\r\ndata: "
                        + gemini.formatted("time {for} [that].", ",\"finishReason\":\"STOP\"") + "\r\n\r\n",
                ollama.formatted("There is ", "false") + ollama.formatted("time {for} [that].", "false")
                        + ollama.formatted("",
                                "true,\"done_reason\":\"stop\",\"prompt_eval_count\":3,\"eval_count\":2"),
                ollama.formatted("There is ", "false") + ollama.formatted("time {for} [that].", "true"),
                "data: {\"response\":\"There is \"}\n\ndata: {\"response\":\"time {for} [that].\"}\n\ndata: [DONE]\n\n");
    }

    private static String lines(String end) {
        return FIRST + end + SECOND + end + STOP + end;
    }

    @ParameterizedTest
    @MethodSource("frames")
    void answer_isReadWhateverItIsParted(String body) {
        for (int size : new int[]{1, 2, 7, 100_000}) {
            assertThat(hear(body.getBytes(StandardCharsets.UTF_8), size)).as("in reads of %d", size)
                    .isEqualTo(new Heard(TEXT, "STOP", List.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void answerThatIsCut_isNeverWhole(String body) {
        int last = body.indexOf("{for}");
        for (int cut = 0; cut < last; cut += 3) {
            assertThat(hear(body.substring(0, cut)).ending()).as("cut at %d", cut)
                    .matches("(INTERRUPTED|MALFORMED|SERVER_ERROR) .*");
        }
    }

    @Test
    void linesOfJson_areSaidAsTheyCome() {
        for (String end : List.of("\n", "", ",")) {
            AnswerReaderRig rig = new AnswerReaderRig();
            rig.feed(FIRST + end);
            assertThat(rig.pieces()).containsExactly("There is ");
            rig.feed(SECOND);
            assertThat(rig.pieces()).hasSize(2);
        }
    }

    @Test
    void lineThatBreaksOff_spoilsItselfAlone() {
        assertThat(hear(FIRST + "\n{\"choices\":[{\"delta\":{\"content\":\"abc\n" + SECOND + "\n" + STOP).text())
                .isEqualTo(TEXT);
    }

    @Test
    void linesOfJsonWithoutAnEnd_areInterrupted() {
        assertThat(hear(FIRST + "\n" + SECOND + "\n").ending()).isEqualTo("INTERRUPTED null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "01", ".5", "None", "True", "undefined", "nan", "[1,2,]",
            "{\"a\":1,}", "'single'", "\"a\tb\u0001\"", "\"\\q\"", "{a: 1}"})
    void valuesThatAreNoJson_spoilNothing(String value) {
        for (String body : List.of("data: {\"x\":" + value + "," + FIRST.substring(1) + "\n\n",
                "data: " + FIRST.substring(0, FIRST.length() - 1) + ",\"logprobs\":[{\"p\":" + value + "},],}\n\n",
                FIRST.substring(0, FIRST.length() - 1) + ",\"x\":" + value + "}\n")) {
            assertThat(hear(body + "data: " + SECOND + "\n\ndata: " + STOP + "\n\n")).as(body)
                    .isEqualTo(new Heard(TEXT, "STOP", List.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "UTF-8"})
    void textInAnotherCodePage_isRead(String page) {
        byte[] body = ("data: " + json("Größe: 5 Stück, déjà vu.", "stop") + "\n\n").getBytes(Charset.forName(page));

        assertThat(hear(body, 5).text()).isEqualTo("Größe: 5 Stück, déjà vu.");
        assertThat(hear(Arrays.copyOfRange(body, 6, body.length), 5).text()).isEqualTo("Größe: 5 Stück, déjà vu.");
    }

    @Test
    void characterThatIsCutInTwo_spoilsItselfAlone() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] event = ("data: " + json("Fine 👟 shoes.", "stop") + "\n\n").getBytes(StandardCharsets.UTF_8);
        int shoe = new String(event, StandardCharsets.ISO_8859_1).indexOf(0xf0);
        body.write(event, 0, shoe + 2);
        body.write(event, shoe + 4, event.length - shoe - 4);

        assertThat(hear(body.toByteArray(), 1000).text()).matches("Fine \ufffd+ shoes\\.");
        assertThat(hear("data: " + json("Fine \\ud83d", "") + "\n\ndata: " + json("\\udc5f shoes.", "stop") + "\n\n")
                .text())
                .isEqualTo("Fine 👟 shoes.");
    }

    @Test
    void controlCharacters_areNotShown() {
        assertThat(hear("data: " + json("a\u0007b\\u001b[1mc\\u0000\\n\\td", "stop") + "\n\n").text())
                .isEqualTo("ab[1mc\n\td");
        assertThat(hear(whole("\"stop\"").replace("There", "The\nre")).text())
                .isEqualTo(TEXT.replace("There", "The\nre"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"text\"}", "{\"error\":{\"message\":\"text\",\"code\":500}}",
            "{\"detail\":\"text\"}",
            "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"text\"}]}", "{\"object\":\"error\",\"message\":\"text\"}",
            "{\"type\":\"error\",\"error\":{\"message\":\"text\"}}", "{\"message\":\"text\"}",
            "{\"msg\":\"text\",\"code\":500}",
            "{\"errors\":[{\"message\":\"text\"}]}",
            "{\"success\":false,\"errors\":[{\"code\":1,\"message\":\"text\"}],\"result\":null}",
            "{\"error_code\":17,\"error_msg\":\"text\"}",
            "{\"base_resp\":{\"status_code\":1004,\"status_msg\":\"text\"}}",
            "{\"status\":\"error\",\"message\":\"text\"}",
            "{\"choices\":[{\"index\":0,\"error\":{\"message\":\"text\"}}]}",
            "{\"choices\":[],\"error\":{\"message\":\"text\"}}", "{\"statusCode\":500,\"message\":\"text\"}",
            "{'error': 'text'}", "{\"error\":{\"message\":\"text\",},}", "{\"error_message\":\"text\"}",
            "[{\"error\":{\"message\":\"text\"}}]"})
    void errorWhereverItIs_isNoEndOfAnAnswer(String error) {
        for (String frame : List.of("data: " + error + "\n\n", error + "\n", "event: error\ndata: " + error + "\n\n")) {
            for (String end : List.of("", "data: [DONE]\n\n", "data: " + STOP + "\n\n")) {
                assertThat(hear("data: " + FIRST + "\n\n" + frame + end)).as(frame)
                        .isEqualTo(new Heard("There is ", "SERVER_ERROR text", List.of()));
                assertThat(hear(frame + end).ending()).isEqualTo("SERVER_ERROR text");
                assertThat(hear(FIRST + "\n" + frame + end).ending()).isEqualTo("SERVER_ERROR text");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"event: error\ndata: text\n\n", "event: response.error\ndata: text\n\n",
            "event: error\ndata: {\"message\":\"text\"}\n\n", "event: exception\ndata: text\n\n",
            "event: error\n{\"message\":\"text\"}\n"})
    void eventThatIsAnError_isOne(String frame) {
        assertThat(hear("data: " + FIRST + "\n\n" + frame + "data: [DONE]\n\n").ending())
                .isEqualTo("SERVER_ERROR text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "\"text\"", "Error: text", "text\n\n"})
    void plainWordsInsteadOfAnAnswer_reachTheOperator(String body) {
        assertThat(hear(body).ending()).startsWith("SERVER_ERROR ").contains("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":null}", "{\"error\":\"\"}", "{\"error\":{}}", "{\"error\":false}",
            "{\"detail\":null}",
            "{\"message\":\"ping\"}", "{\"type\":\"ping\"}", "{\"msg\":\"still processing…\"}", "{\"status\":\"ok\"}",
            "{\"choices\":[],\"message\":\"note\"}", "{\"code\":0,\"message\":\"success\"}", "{}", "{\"errors\":[]}",
            "{\"success\":true}", "{\"base_resp\":{\"status_code\":0,\"status_msg\":\"\"}}"})
    void whatIsNoError_isPassedOver(String frame) {
        assertThat(hear(
                "data: " + FIRST + "\n\ndata: " + frame + "\n\n" + frame + "\n\ndata: " + SECOND + "\n\ndata: " + STOP
                        + "\n\n"))
                .isEqualTo(new Heard(TEXT, "STOP", List.of()));
    }
}
