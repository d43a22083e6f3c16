package dev.parley.tool;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** An action as submitted; absent values get defaults. The secret is write-only. */
@JsonNaming(SnakeCaseStrategy.class)
public record ToolWish(@Nullable String name, @Nullable String description, @Nullable JsonNode parameters,
        @Nullable String url, @Nullable String method, @Nullable String authHeader, @Nullable String authValue,
        @Nullable Integer timeoutMs, @Nullable String requires, @Nullable String confirm,
        @Nullable String confirmText, @Nullable String customerField, @Nullable Map<String, @Nullable String> tell,
        ToolSettings.@Nullable Card card, @Nullable Boolean enabled,
        @Nullable Boolean idempotent) {}
