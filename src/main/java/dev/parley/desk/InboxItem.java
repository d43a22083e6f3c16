package dev.parley.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.Priority;
import org.jspecify.annotations.Nullable;

/** {@code customer} is the shop's id; {@code attributes} is its JSON object; {@code unread} is at most 100. */
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

    /** The newest message, cut to 140 characters. */
    public record Last(Author author, @Nullable String name, String text, Instant at, boolean spoken) {}
}
