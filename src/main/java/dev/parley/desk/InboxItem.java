package dev.parley.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a line of an agent's list.
 *
 * @param customer the shop's own id of the visitor; null while anonymous
 * @param attributes the shop's JSON object about the visitor, where it has a name; null where it has none
 * @param handoff why a person was asked for last; null while nobody has
 * @param unread messages of the visitor that the agent has not read, at most 100
 * @param last the newest message's beginning; null before the first
 */
public record InboxItem(
        UUID id,
        ConversationState state,
        int epoch,
        long lastSeq,
        UUID visitor,
        @Nullable String customer,
        @Nullable String attributes,
        @Nullable String locale,
        @Nullable String page,
        List<String> labels,
        Priority priority,
        @Nullable Instant snoozedUntil,
        @Nullable Instant waitingSince,
        @Nullable HandoffCause handoff,
        Instant createdAt,
        Instant lastActivityAt,
        int unread,
        @Nullable Last last) {
    InboxItem of(@Nullable String shopsId) {
        return new InboxItem(id, state, epoch, lastSeq, visitor, shopsId, attributes, locale, page, labels, priority,
                snoozedUntil, waitingSince, handoff, createdAt, lastActivityAt, unread, last);
    }

    /**
     * The newest message.
     *
     * @param text cut at 140 characters
     * @param spoken whether it is a recording
     */
    public record Last(Author author, @Nullable String name, String text, Instant at, boolean spoken) {}
}
