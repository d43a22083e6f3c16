package dev.parley.console;

import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;

final class AgentConversationRequests {
    private AgentConversationRequests() {}

    public record Assign(@Nullable String agent) {}

    /** A null {@code until} ends it. */
    public record Snooze(@Nullable Instant until) {}

    /** The complete set. */
    public record Labels(@Nullable List<String> labels) {}

    public record Urgency(@NotBlank String priority) {}

    /** {@code id} makes it idempotent. */
    public record Say(@Nullable String id, @Nullable String text, @Nullable List<String> attachments) {}

    /** {@code id} makes it idempotent; {@code mentions} are agents' ids. */
    public record Write(@Nullable String id, @Nullable String text, @Nullable List<String> mentions) {}

    public record Read(long seq) {}
}
