package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;

import dev.parley.socket.RefusedFrameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorFrameReaderTest {
    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    @Test
    void everyFrameOfTheProtocol_isRead() {
        UUID id = UUID.fromString(ID);

        assertReads("{'type':'hello','token':'t','since':7}", new VisitorFrame.Hello("t", 7));
        assertReads("{'type':'hello','token':'t'}", new VisitorFrame.Hello("t", 0));
        assertReads("{'type':'send','id':'ID','text':'hi'}", new VisitorFrame.Send(id, "hi", null, null));
        assertReads("{'type':'send','id':'ID','text':'hi','page':null}", new VisitorFrame.Send(id, "hi", null, null));
        assertReads("{'type':'send','id':'ID','text':'','page':'/p'}", new VisitorFrame.Send(id, "", "/p", null));
        assertReads("{'type':'send','id':'ID','text':'','recording':'ID'}",
                new VisitorFrame.Send(id, "", null, id));
        assertReads("{'type':'stop','answer':'ID'}", new VisitorFrame.Stop(id));
        assertReads("{'type':'typing','on':true}", new VisitorFrame.Typing(true));
        assertReads("{'type':'seen','seq':3}", new VisitorFrame.Seen(3));
        assertReads("{'type':'handoff'}", new VisitorFrame.Handoff(null));
        assertReads("{'type':'handoff','reason':'angry'}", new VisitorFrame.Handoff("angry"));
        assertReads("{'type':'rate','seq':3,'value':'up'}", new VisitorFrame.Rate(3, true, null));
        assertReads("{'type':'rate','seq':3,'value':'down','comment':'no\\u0000pe'}",
                new VisitorFrame.Rate(3, false, "nope"));
        assertReads("{'type':'close'}", new VisitorFrame.Close());
        assertReads(" {'type':'ping','of':'tomorrow'} ", new VisitorFrame.Ping());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "null", "1", "[]", "[{'type':'ping'}]", "'ping'", "{", "{'type':'ping'",
            "{'type':'ping'} x", "{'type':'ping'}{'type':'ping'}", "{'type':'close','type':'ping'}", "{type:'ping'}",
            "{'type':'ping',}", "{'type':'ping'/*x*/}", "\u0000", "{'type':'ping','x':NaN}",
            "{'type':'ping','x':\u0001}"})
    void whatIsNotOneJsonObject_isABadFrame(String text) {
        assertRefused(text, "bad_frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'type':null}", "{'type':7}", "{'type':['ping']}", "{'Type':'ping'}",
            "{'type':'hello'}", "{'type':'hello','token':7}", "{'type':'hello','token':'t','since':'7'}",
            "{'type':'hello','token':'t','since':null}", "{'type':'hello','token':'t','since':-1}",
            "{'type':'hello','token':'t','since':1.5}", "{'type':'hello','token':'t','since':1e400}",
            "{'type':'hello','token':'t','since':9223372036854775808}", "{'type':'send','id':'ID'}",
            "{'type':'send','text':'hi'}", "{'type':'send','id':7,'text':'hi'}", "{'type':'send','id':'ID','text':7}",
            "{'type':'send','id':'ID','text':{'a':'b'}}", "{'type':'send','id':'ID','text':'hi','page':7}",
            "{'type':'stop'}", "{'type':'typing'}", "{'type':'typing','on':'true'}", "{'type':'typing','on':1}",
            "{'type':'seen'}", "{'type':'seen','seq':true}", "{'type':'handoff','reason':[]}",
            "{'type':'rate','seq':1}",
            "{'type':'rate','seq':1,'value':'UP'}", "{'type':'rate','value':'up'}",
            "{'type':'rate','seq':1,'value':'up','comment':7}"})
    void wrongOrMissingFields_areABadFrame(String text) {
        assertRefused(text, "bad_frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "01890a5d-ac96-774b-bcce-b302099a805", "01890a5dac96774bbcceb302099a8057",
            "{01890a5d-ac96-774b-bcce-b302099a8057}", "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057",
            "01890a5d-ac96-774b-bcce-b302099a8057 ", "01890a5d-ac96-774b-bcce-b302099a805z", "' OR 1=1 --"})
    void whatIsNoUuid_isABadId(String id) {
        assertRefused("{\"type\":\"send\",\"text\":\"hi\",\"id\":\"" + id + "\"}", "bad_id");
        assertRefused("{\"type\":\"stop\",\"answer\":\"" + id + "\"}", "bad_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PING", "Ping", "ping ", "message", "ack", "__proto__"})
    void typeThatIsNot_isUnknown(String type) {
        assertRefused("{\"type\":\"" + type + "\"}", "unknown_type");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void bombs_areRefusedBeforeTheyAreBuilt(String text) {
        assertRefused(text, "bad_frame");
    }

    static String[] bombs() {
        return new String[]{
                "{\"type\":\"ping\",\"x\":" + "[".repeat(60_000) + "]".repeat(60_000) + "}",
                "{\"a\":".repeat(9) + "1" + "}".repeat(9),
                "{\"type\":\"hello\",\"token\":\"t\",\"since\":" + "9".repeat(60_000) + "}",
                "{\"type\":\"rate\",\"seq\":1,\"value\":\"up\",\"comment\":\"" + "x".repeat(2_001) + "\"}"};
    }

    @Test
    void refusalOfAMessage_namesTheClientsId() {
        var refused = catchThrowableOfType(RefusedFrameException.class, () -> read("{'type':'send','id':'ID'}"));

        assertThat(refused.frameId()).isEqualTo(ID);
        assertThat(refused.why().detail()).isEqualTo("The field `text` must be a string.");
        assertThat(refused.why().retryable()).isFalse();
    }

    @Test
    void refusal_neverRepeatsWhatWasSent() {
        var refused = catchThrowableOfType(RefusedFrameException.class, () -> read("{'type':'my secret'}"));

        assertThat(refused.why().detail()).doesNotContain("secret");
    }

    private void assertReads(String frame, VisitorFrame expected) {
        assertThat(read(frame)).isEqualTo(expected);
    }

    private void assertRefused(String frame, String code) {
        assertThatExceptionOfType(RefusedFrameException.class).isThrownBy(() -> read(frame))
                .satisfies(refused -> assertThat(refused.why().code()).isEqualTo(code));
    }

    private VisitorFrame read(String frame) {
        return VisitorFrameReader.read(frame.contains("\"") ? frame : frame.replace('\'', '"').replace("ID", ID));
    }
}
