package dev.parley.rest;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of a list. {@code nextCursor} is null on the last page. */
@JsonNaming(SnakeCaseStrategy.class)
public record Page<T>(List<T> items,
        @Schema(nullable = true,
                description = "Where the next page begins; null at the end.") @Nullable String nextCursor) {
    public static <S, T> Page<T> of(List<S> all, Function<S, T> toItem) {
        return new Page<>(all.stream().map(toItem).toList(), null);
    }
}
