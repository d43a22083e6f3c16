package dev.parley.api;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolSettings;

/** An action as the shop sees it: everything but its secret. */
@JsonNaming(SnakeCaseStrategy.class)
public record ToolResponse(UUID id, @JsonUnwrapped ToolSettings settings, boolean authSet) {
    static ToolResponse of(Tool tool) {
        return new ToolResponse(tool.id(), tool.settings(), tool.sealedAuth() != null);
    }
}
