package dev.parley.console;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What the console asks of one conversation. */
final class DeskRequests {
    private DeskRequests() {}

    /** To whom it goes. */
    public record Assign(@Nullable String agent) {}

    /** Until when it is out of sight; null: at once back. */
    public record Snooze(@Nullable Instant until) {}

    /** All its labels; those that are not there are taken off. */
    public record Labels(@Nullable List<String> labels) {}

    /** How soon it needs somebody. */
    public record Urgency(@Nullable String priority) {}

    /** A message to the visitor; the id makes it safe to resend. */
    public record Say(@Nullable String id, @Nullable String text, @Nullable List<String> attachments) {}

    /** A note among colleagues; the id makes it safe to resend, mentions are agents' ids. */
    public record Write(@Nullable String id, @Nullable String text, @Nullable List<String> mentions) {}

    /** The newest message that has been read. */
    public record Read(long seq) {}
}
