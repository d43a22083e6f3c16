package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.Source;
import dev.parley.conversation.attachment.Attachment;
import dev.parley.conversation.attachment.Recording;
import org.jspecify.annotations.Nullable;

/**
 * A message, numbered 1, 2, 3 … without gaps.
 *
 * @param clientId for idempotency
 * @param finish of a bot's answer, see {@link Finish#wire()}
 * @param cards JSON array shown beside the text
 * @param translations for agents, by language tag
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
        List<Attachment> attachments,
        @Nullable Recording recording,
        Map<String, String> translations) {
    public static final String NO_CARDS = "[]";

    public Message(long seq, Author author, @Nullable String name, String text, Instant at, @Nullable UUID clientId,
            List<Source> sources, @Nullable String finish) {
        this(seq, author, name, text, at, clientId, sources, finish, NO_CARDS, List.of(), null, Map.of());
    }

    public Message(long seq, Author author, @Nullable String name, String text, Instant at, @Nullable UUID clientId,
            List<Source> sources, @Nullable String finish, String cards) {
        this(seq, author, name, text, at, clientId, sources, finish, cards, List.of(), null, Map.of());
    }

    public Message(long seq, Author author, @Nullable String name, String text, Instant at, @Nullable UUID clientId,
            List<Source> sources, @Nullable String finish, String cards, List<Attachment> attachments) {
        this(seq, author, name, text, at, clientId, sources, finish, cards, attachments, null, Map.of());
    }

    /** For an agent who reads this language. */
    public Message readIn(@Nullable String language) {
        String text = language == null ? null : translations.get(language);
        return recording == null || language == null || text == null
                ? this
                : new Message(seq, author, name, this.text, at, clientId, sources, finish, cards, attachments,
                        recording.translated(new Recording.Translation(language, text)), translations);
    }
}
