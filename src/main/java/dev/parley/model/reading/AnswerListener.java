package dev.parley.model.reading;

import java.util.List;

import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ToolCall;
import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

/** What an {@link AnswerReader} tells: any number of pieces, then at most one ending. */
public interface AnswerListener {
    void text(String piece);

    /** The model thinks, which nobody is shown. */
    void thinking();

    /** The finish reason is known; usage and the end mark may still follow. */
    void nearlyFinished();

    /** The end mark is there, but nothing has been counted yet. */
    void done();

    void finished(FinishReason reason, @Nullable Usage usage, boolean refused, List<ToolCall> calls);

    /**
     * There is no answer, or no more of it.
     *
     * @param error the upstream's own, where it has sent one
     */
    void failed(ModelErrorKind kind, @Nullable String upstreamCode, @Nullable UpstreamError error);
}
