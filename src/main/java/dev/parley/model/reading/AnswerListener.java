package dev.parley.model.reading;

import java.util.List;

import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ToolCall;
import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

/** Receives any number of pieces, then at most one ending. */
public interface AnswerListener {
    void text(String piece);

    /** Reasoning output, which is never shown. */
    void thinking();

    /** The finish reason arrived; usage and end mark may follow. */
    void nearlyFinished();

    /** The end mark arrived without usage. */
    void done();

    void finished(FinishReason reason, @Nullable Usage usage, boolean refused, List<ToolCall> calls);

    /** {@code error} is the upstream's, if it sent one. */
    void failed(ModelErrorKind kind, @Nullable String upstreamCode, @Nullable UpstreamError error);
}
