package dev.parley.api;

import java.util.List;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** Part of a list; the next part begins at the cursor, null at the end. */
@JsonNaming(SnakeCaseStrategy.class)
public record Page<T>(List<T> items, @Nullable String nextCursor) {}
