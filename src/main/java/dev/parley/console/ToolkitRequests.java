package dev.parley.console;

import jakarta.validation.constraints.NotBlank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

final class ToolkitRequests {
    private ToolkitRequests() {}

    public record Canned(@NotBlank String shortcut, @NotBlank String text) {}

    public record Paint(@Nullable String color) {}

    @Schema(name = "DraftRequest")
    public record Draft(@Nullable String text) {}
}
