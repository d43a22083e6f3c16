package dev.parley.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event in the log.
 *
 * @param position grows with time; the log's cursor
 * @param outcome `pending`, `delivered` or `failed`
 * @param due when it is tried next; null unless it is pending
 * @param attempts the newest ones, oldest first
 */
public record Delivery(UUID id, long position, String event, @Nullable UUID conversation, String outcome, String body,
        Instant happenedAt, @Nullable Instant due, int attemptCount, List<Attempt> attempts) {}
