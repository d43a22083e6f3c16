package dev.parley.console;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the console asks of the agents' common tools. */
final class ToolkitRequests {
    private ToolkitRequests() {}

    /** A canned answer; the shortcut is what is typed after the slash. */
    public record Canned(@Nullable String shortcut, @Nullable String text) {}

    /** A label's looks. */
    public record Paint(@Nullable String color) {}

    /** A text that is not to be sent yet. */
    @Schema(name = "DraftRequest")
    public record Draft(@Nullable String text) {}
}
