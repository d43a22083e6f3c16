package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.parley.model.ToolCall;
import dev.parley.model.reading.AnswerReaderRig.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an answer's end is judged, and what is tolerated within it. */
class AnswerReaderTest {
    private static final String ANSWER = AnswerReaderRig.chunk("There is ") + AnswerReaderRig.chunk("time.");
    private static final String STOP = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";

    private static Heard hear(String body) {
        return new AnswerReaderRig().hear(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data: [done]\n\n", "data: \"[DONE]\"\n\n", "data: [DONE].\n\n", "data:  [DONE]\n\n",
            "data: DONE\n\n", "event: done\ndata: \n\n", "event: done\n\n", "data: {oops\n\n",
            "data: {\"id\":\"c\",\"cho",
            "data: bla bla\n\n", "data: {\"error\":{\"message\":\"The usage store is down\"}}\n\n",
            "event: error\ndata: late\n\n", "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"error\"}]}\n\n",
            "<html>502</html>", "data: [DONE]\n\ndata: {oops\n\n",
            "data: x\n\ndata: x\n\ndata: x\n\ndata: x\n\ndata: x\n\ndata: x\n\ndata: x\n\ndata: x\n\ndata: x\n\n"})
    void whateverFollowsTheReasonToFinish_theAnswerIsWhole(String after) {
        for (boolean broken : List.of(false, true)) {
            AnswerReaderRig rig = new AnswerReaderRig();
            rig.feed(ANSWER + STOP + after);
            Heard heard = broken ? rig.breakOff() : rig.end();

            assertThat(heard.text()).isEqualTo("There is time.");
            assertThat(heard.ending()).isEqualTo("STOP");
        }
    }

    @Test
    void eventTooLargeAfterTheEnd_isOfNoInterest() {
        AnswerReaderRig rig = new AnswerReaderRig();
        rig.feed(ANSWER + STOP + "data: ");

        rig.feed("x".repeat(AnswerReader.EVENT_LIMIT + 1));

        assertThat(rig.heard().ending()).isEqualTo("STOP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[done]", "\"[DONE]\"", "[DONE].", " [DONE]", "DONE", "<DONE>", "[END]", "[DONE];"})
    void endMarkAsServersWriteIt_endsAnAnswerWithoutAReason(String mark) {
        assertThat(hear(ANSWER + "data: " + mark + "\n\n").ending()).isEqualTo("STOP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:\n\n", "data: \n\n", "data: null\n\n", "data: ping\n\n", "data: [1,2]\n\n",
            "data: {\"choices\":[{\"del\n\n", "data: \"still here\"\n\n", "data: true\n\n"})
    void oneEventThatNobodyCanRead_isPassedOverWhereverItIs(String event) {
        String first = AnswerReaderRig.chunk("There is ");
        String second = AnswerReaderRig.chunk("time.");

        for (String body : List.of(event + first + second + STOP, first + event + second + STOP,
                first + event + second + event + STOP)) {
            assertThat(hear(body + "data: [DONE]\n\n").text()).isEqualTo("There is time.");
            assertThat(hear(body + "data: [DONE]\n\n").ending()).isEqualTo("STOP");
        }
    }

    @Test
    void nothingButWhatNobodyCanRead_isMalformed() {
        assertThat(hear("data: x\n\n".repeat(8)).ending()).isEqualTo("MALFORMED not_json");
        assertThat(hear("data: bla\n\n").ending()).isEqualTo("MALFORMED not_json");
        assertThat(hear(AnswerReaderRig.chunk("There is ") + "data: x\n\n".repeat(8)).ending())
                .isEqualTo("MALFORMED not_json");
    }

    @Test
    void answerThatBreaksOffBeforeItsEnd_isInterrupted() {
        AnswerReaderRig rig = new AnswerReaderRig();
        rig.feed(ANSWER);

        assertThat(rig.breakOff().ending()).isEqualTo("INTERRUPTED null");
        assertThat(hear(ANSWER + "data: {\"id\":\"c\",\"cho").ending()).isEqualTo("INTERRUPTED null");
    }

    @Test
    void bytesOneByOne_areTheSameAnswer() {
        AnswerReaderRig rig = new AnswerReaderRig();
        for (byte each : (ANSWER + STOP).getBytes(StandardCharsets.UTF_8)) {
            rig.feed(new byte[]{each});
        }

        assertThat(rig.end().text()).isEqualTo("There is time.");
    }

    @Test
    void tokenAfterWhichTheModelGoesOn_endsTheAnswer() {
        AnswerReaderRig rig = new AnswerReaderRig();

        rig.feed(ANSWER + AnswerReaderRig.chunk("<|im_end|>\nUser: And?"));

        assertThat(rig.breakOff()).isEqualTo(new Heard("There is time.", "STOP", List.of()));
        assertThat(hear(ANSWER + AnswerReaderRig.chunk("<|im_end|>") + STOP.replace("stop", "length")).ending())
                .isEqualTo("STOP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no_answer", "functions.no_answer", " no_answer\\n", "NO_ANSWER", "noanswer:no_answer",
            "no-answer", "no_answer()", "\\\"no_answer\\\"", "default_api.No_Answer"})
    void functionByAnotherName_isTheOneThatIsMeant(String name) {
        Heard heard = hear(
                "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\""
                        + name + "\",\"arguments\":\"{}\"}}]},\"finish_reason\":\"tool_calls\"}]}\n\n");

        assertThat(heard.calls()).containsExactly(new ToolCall("a", "no_answer", "{}"));
    }

    @Test
    void callInTheText_isOneOfTheAnswer() {
        Heard heard = hear(
                AnswerReaderRig.chunk("<tool_call>{\"name\":\"no_") + AnswerReaderRig.chunk("answer\"}</tool_")
                        + AnswerReaderRig.chunk("call>") + STOP);

        assertThat(heard.text()).isEmpty();
        assertThat(heard.calls()).extracting(ToolCall::name).containsExactly("no_answer");
    }

    private static String choice(String fields) {
        return "data: {\"choices\":[{\"index\":0," + fields + "}]}\n\n";
    }

    private static String delta(String text) {
        return "\"delta\":{\"content\":\"" + text + "\"}";
    }

    private static String message(String text) {
        return "\"message\":{\"role\":\"assistant\",\"content\":\"" + text + "\"}";
    }

    @Test
    void textThatIsSentAgain_isSaidOnce() {
        for (String body : List.of(
                choice(delta("There ") + "," + message("There ")) + choice(delta("is ") + "," + message("There is "))
                        + choice(delta("time.") + "," + message("There is time.")),
                choice(message("There ") + "," + delta("There ")) + choice(message("There is ") + "," + delta("is "))
                        + choice(message("There is time.") + "," + delta("time.")),
                choice(delta("There ")) + choice(delta("There is ")) + choice(delta("There is time."))
                        + choice(delta("There is time.")),
                choice(delta("T")) + choice(delta("There is ")) + choice(delta("There is time.")),
                choice(message("There ")) + choice(message("There is ")) + choice(message("There is time.")),
                choice(message("There ")) + choice(message("is ")) + choice(message("time.")),
                choice(delta("There ")) + choice(delta("is time."))
                        + choice("\"delta\":{}," + message("There is time.")),
                choice(delta("There ")) + choice(delta("is time.")) + choice(message("There is time.")),
                choice(delta("There is ")) + choice(delta("") + "," + message("There is time.")),
                choice(delta("There ")) + choice(delta("is ")) + choice(delta("time.")),
                "data: {\"choices\":{\"index\":0," + delta("There is time.") + "}}\n\n")) {
            assertThat(hear(body + STOP).text()).as(body).isEqualTo("There is time.");
        }
    }

    @Test
    void whatAModelRepeats_isSaidAsOftenAsItSaysIt() {
        for (List<String> pieces : List.of(List.of("1", "1", "0"), List.of("ha", "ha", "ha"), List.of("-", "--", "---"),
                List.of("1", "1.5 "), List.of("Yes. ", "Yes. "), List.of("**", "**Bold"),
                List.of("No", "No.", " No"))) {
            String body = String.join("", pieces.stream().map(AnswerReaderRig::chunk).toList());

            assertThat(hear(body + STOP).text()).isEqualTo(String.join("", pieces));
        }
    }
}
