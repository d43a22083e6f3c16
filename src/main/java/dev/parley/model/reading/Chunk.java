package dev.parley.model.reading;

import java.util.List;

import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The used fields of a chunk or a whole reply; null if absent. {@code content} is of a delta; {@code message} stands
 * beside or instead of deltas and may be the whole text so far; {@code whole}: marked as a whole reply.
 */
public record Chunk(@Nullable String model, @Nullable String content, @Nullable String message,
        @Nullable String refusal,
        @Nullable String finishReason,
        @Nullable Usage usage, @Nullable UpstreamError error, List<CallPieces.Piece> calls,
        boolean thoughts, boolean whole) {}
