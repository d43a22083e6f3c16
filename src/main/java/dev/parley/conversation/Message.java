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
 * @param cards a JSON array of what is shown beside the text, such as an order
 * @param attachments files that go with it
 */
public record Message(
        long seq,
        Author author,
        @Nullable String name,
        String text,
        Instant at,
        @Nullable UUID clientId,
        List<Source> sources,
        @Nullable String finish,
        String cards,
        List<Attachment> attachments) {
    public static final String NO_CARDS = "[]";

    public Message(long seq, Author author, @Nullable String name, String text, Instant at, @Nullable UUID clientId,
            List<Source> sources, @Nullable String finish) {
        this(seq, author, name, text, at, clientId, sources, finish, NO_CARDS, List.of());
    }

    /** The bot's. */
    public Message(long seq, Author author, @Nullable String name, String text, Instant at, @Nullable UUID clientId,
            List<Source> sources, @Nullable String finish, String cards) {
        this(seq, author, name, text, at, clientId, sources, finish, cards, List.of());
    }
}
