package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One line of a conversation.
 *
 * @param seq 1, 2, 3 … without gaps
 * @param clientId the id that the visitor's client gave it; makes a resend safe
 * @param finish how a bot's answer ended, see {@link Finish#wire()}
 */
public record Message(
        long seq,
        Author author,
        @Nullable String name,
        String text,
        Instant at,
        @Nullable UUID clientId,
        List<Source> sources,
        @Nullable String finish) {}
