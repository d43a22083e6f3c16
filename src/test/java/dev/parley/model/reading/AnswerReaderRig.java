package dev.parley.model.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ToolCall;
import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

/** An {@link AnswerReader} with a listener that records. */
final class AnswerReaderRig implements AnswerListener {
    /** @param ending the finish reason, or the error and its code */
    record Heard(String text, String ending, List<ToolCall> calls) {}

    private final List<String> pieces = new ArrayList<>();
    private List<ToolCall> calls = List.of();
    private String ending = "";
    private final AnswerReader reader;

    AnswerReaderRig() {
        reader = new AnswerReader("m", new ExpectedAnswer(true, true,
                Set.of("no_answer", "hand_over", "order_status"), false), this);
    }

    /** One event with a delta of text. */
    static String chunk(String text) {
        ObjectNode chunk = JsonNodeFactory.instance.objectNode();
        chunk.putArray("choices").addObject().put("index", 0).putObject("delta").put("content", text);
        return "data: " + chunk + "\n\n";
    }

    Heard hear(String body) {
        feed(body);
        return end();
    }

    void feed(String body) {
        feed(body.getBytes(StandardCharsets.UTF_8));
    }

    void feed(byte[] bytes) {
        reader.feed(bytes);
    }

    Heard end() {
        reader.end();
        return heard();
    }

    Heard breakOff() {
        reader.brokeOff();
        return heard();
    }

    Heard heard() {
        return new Heard(String.join("", pieces), ending, calls);
    }

    List<String> pieces() {
        return pieces;
    }

    @Override
    public void text(String piece) {
        pieces.add(piece);
    }

    @Override
    public void thinking() {
        // Not used here.
    }

    @Override
    public void nearlyFinished() {
        // The rest of the body follows at once.
    }

    @Override
    public void done() {
        // As above.
    }

    @Override
    public void finished(FinishReason reason, @Nullable Usage usage, boolean refused, List<ToolCall> wanted) {
        ending = reason.name();
        calls = wanted;
    }

    @Override
    public void failed(ModelErrorKind kind, @Nullable String upstreamCode, @Nullable UpstreamError error) {
        ending = kind + " "
                + (error == null || error.complaints().isEmpty()
                        ? upstreamCode
                        : error.complaints().getFirst().words());
    }
}
