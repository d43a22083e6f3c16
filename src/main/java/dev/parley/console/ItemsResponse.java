package dev.parley.console;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** Part of a list; the next part begins at the cursor, null at the end. */
@JsonNaming(SnakeCaseStrategy.class)
public record ItemsResponse<T>(List<T> items, @Nullable String nextCursor) {
    static <S, T> ItemsResponse<T> of(List<S> all, Function<S, T> toItem) {
        return new ItemsResponse<>(all.stream().map(toItem).toList(), null);
    }
}
