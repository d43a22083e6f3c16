package dev.parley.console;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

final class ToolkitRequests {
    private ToolkitRequests() {}

    public record Canned(@Nullable String shortcut, @Nullable String text) {}

    public record Paint(@Nullable String color) {}

    @Schema(name = "DraftRequest")
    public record Draft(@Nullable String text) {}
}
