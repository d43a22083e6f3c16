package dev.parley.testsupport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * The scripted model's reply to one call. Tests in Java chain the methods; other tests POST the same names in snake
 * case to {@code /_script}. Without a request for a stream the deltas become one plain reply.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public final class Reply {
    int status = 200;
    Map<String, String> headers = new LinkedHashMap<>();
    /** A verbatim body instead of an answer. */
    @Nullable
    String body;
    /** An error of the protocol: code, type, message. */
    @Nullable
    Map<String, @Nullable Object> error;
    List<String> deltas = List.of();
    @Nullable
    String refusal;
    @Nullable
    String finish = "stop";
    @Nullable
    String model;
    boolean done = true;
    /** Overrides {@code stream_options}: true always sends the usage chunk, false never. */
    @Nullable
    Boolean usage;
    boolean nullContent;
    boolean emptyChoicesFirst;
    boolean emptyChoicesLast;
    boolean toolCall;
    String toolName = "look_up";
    String toolArguments = "{\"order\":7}";
    /** More calls of actions in the same reply, each a name with its arguments. */
    List<List<String>> moreCalls = List.of();
    Accent accent = new Accent();
    /** Answers a request for a stream with one plain reply. */
    boolean plain;
    boolean gzip;
    String newline = "\n";
    boolean byteOrderMark;
    /** Keep-alive comments before each delta. */
    int comments;
    int padding;
    long headersDelayMs;
    long firstDelayMs;
    long delayMs;
    /** Bytes of the body per write; 0 writes each event as a whole. */
    int split;
    /** Sends the whole body in one write. */
    boolean together;
    /** Sends an error event after this many deltas, with {@link #error} as its text. */
    int errorAfter = -1;
    /** Sends nothing more after this many deltas, until the client disconnects. */
    int stallAfter = -1;
    boolean stallBeforeHeaders;
    boolean cutBeforeHeaders;
    /** Cuts the connection after this many bytes of the body. */
    int cutAfter = -1;
    /** Cuts are resets; otherwise orderly closes without the end of the body. */
    boolean reset;
    /** Disconnects without a response if the connection was used before, and waits for the next call. */
    boolean hangUpIfReused;
    /** Ends the body by closing the connection, as HTTP/1.0 servers do. */
    boolean closeDelimited;
    /** Replaces {@link SendTime#PLACE} at the moment of sending. */
    boolean stamped;

    public static Reply answer(String... deltas) {
        Reply reply = new Reply();
        reply.deltas = List.of(deltas);
        return reply;
    }

    public static Reply error(int status, @Nullable String code, @Nullable String type) {
        Reply reply = new Reply();
        reply.status = status;
        reply.error = new LinkedHashMap<>();
        reply.error.put("code", code);
        reply.error.put("type", type);
        reply.error.put("message", "Scripted error");
        reply.error.put("param", null);
        return reply;
    }

    /** The error's message and the parameter that it names. */
    public Reply blaming(@Nullable String param, String message) {
        Map<String, @Nullable Object> said = error == null ? new LinkedHashMap<>() : error;
        said.put("message", message);
        said.put("param", param);
        error = said;
        return this;
    }

    public static Reply raw(int status, String contentType, String body) {
        Reply reply = new Reply();
        reply.status = status;
        reply.body = body;
        return reply.header("Content-Type", contentType);
    }

    public Reply header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Reply finish(@Nullable String reason) {
        finish = reason;
        return this;
    }

    public Reply refusal(String text) {
        refusal = text;
        return this;
    }

    public Reply model(String resolved) {
        model = resolved;
        return this;
    }

    public Reply withoutDone() {
        done = false;
        return this;
    }

    public Reply usage(boolean sent) {
        usage = sent;
        return this;
    }

    public Reply nullContent() {
        nullContent = true;
        return this;
    }

    public Reply emptyChoices() {
        emptyChoicesFirst = true;
        emptyChoicesLast = true;
        return this;
    }

    public Reply toolCall() {
        toolCall = true;
        return this;
    }

    /** Calls an action instead of answering. */
    public static Reply calls(String name, String arguments) {
        Reply reply = new Reply().toolCall().finish("tool_calls");
        reply.toolName = name;
        reply.toolArguments = arguments;
        return reply;
    }

    /** Text before the calls. */
    public Reply saying(String... text) {
        deltas = List.of(text);
        return this;
    }

    /** Adds a call of an action to the same reply. */
    public Reply and(String name, String arguments) {
        moreCalls = Stream.concat(moreCalls.stream(), Stream.of(List.of(name, arguments))).toList();
        return this;
    }

    public Reply in(Accent dialect) {
        accent = dialect;
        return this;
    }

    public Reply plain() {
        plain = true;
        return this;
    }

    public Reply gzip() {
        gzip = true;
        return this;
    }

    public Reply newline(String end) {
        newline = end;
        return this;
    }

    public Reply byteOrderMark() {
        byteOrderMark = true;
        return this;
    }

    public Reply comments(int perDelta) {
        comments = perDelta;
        return this;
    }

    /** Makes the first event this much larger with an unknown field. */
    public Reply padding(int bytes) {
        padding = bytes;
        return this;
    }

    public Reply headersAfter(long millis) {
        headersDelayMs = millis;
        return this;
    }

    public Reply firstAfter(long millis) {
        firstDelayMs = millis;
        return this;
    }

    public Reply every(long millis) {
        delayMs = millis;
        return this;
    }

    public Reply split(int bytes) {
        split = bytes;
        return this;
    }

    public Reply together() {
        together = true;
        return this;
    }

    public Reply errorAfter(int sentDeltas, @Nullable String code, @Nullable String type) {
        error = error(200, code, type).error;
        errorAfter = sentDeltas;
        return this;
    }

    public Reply stallAfter(int sentDeltas) {
        stallAfter = sentDeltas;
        return this;
    }

    public Reply stallBeforeHeaders() {
        stallBeforeHeaders = true;
        return this;
    }

    public Reply cutBeforeHeaders() {
        cutBeforeHeaders = true;
        return this;
    }

    public Reply cutAfter(int bytes) {
        cutAfter = bytes;
        return this;
    }

    public Reply reset() {
        reset = true;
        return this;
    }

    public Reply hangUpIfReused() {
        hangUpIfReused = true;
        return this;
    }

    public Reply closeDelimited() {
        closeDelimited = true;
        return this;
    }

    public Reply stamped() {
        stamped = true;
        return this;
    }
}
