package dev.parley.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in the log: `pending`, `delivered` or `failed`. {@code position} increases over time; {@code due} is null
 * unless pending; {@code attempts} are the latest, oldest first.
 */
public record Delivery(UUID id, long position, String event, @Nullable UUID conversation, String outcome, String body,
        Instant happenedAt, @Nullable Instant due, int attemptCount, List<DeliveryAttempt> attempts) {
    /** Cursor of the next page. */
    public String cursor() {
        return Long.toString(position, Character.MAX_RADIX);
    }

    static long before(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor, Character.MAX_RADIX);
        } catch (NumberFormatException notOurs) {
            throw ParleyException.invalid("bad_cursor",
                    "The parameter `cursor` is the `next_cursor` of the page before.");
        }
    }
}
