package dev.parley.model.reading;

import java.util.List;

import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What we use of one chunk of a stream, or of a whole reply that was not streamed. Whatever the server left out is null.
 *
 * @param content of a delta
 * @param message the content of a message beside deltas or instead of them, which may be the whole text so far
 * @param thoughts it held some of what the model thinks, apart from what it says
 * @param whole it says of itself that it is the whole reply
 */
public record Chunk(@Nullable String model, @Nullable String content, @Nullable String message,
        @Nullable String refusal,
        @Nullable String finishReason,
        @Nullable Usage usage, @Nullable UpstreamError error, List<CallPieces.Piece> calls,
        boolean thoughts, boolean whole) {}
