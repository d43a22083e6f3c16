package dev.parley.tool;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** An action in REST, without its secret. */
@JsonNaming(SnakeCaseStrategy.class)
public record ToolResponse(UUID id, @JsonUnwrapped ToolSettings settings, boolean authSet) {
    public static ToolResponse of(Tool tool) {
        return new ToolResponse(tool.id(), tool.settings(), tool.sealedAuth() != null);
    }
}
