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
 * One line of a conversation.
 *
 * @param seq 1, 2, 3 … without gaps
 * @param clientId the id that the visitor's client gave it; makes a resend safe
 * @param finish how a bot's answer ended, see {@link Finish#wire()}
 * @param cards a JSON array of what is shown beside the text, such as an order
 * @param attachments files that go with it
 * @param recording what the visitor spoke instead of typing it; null where it was typed
 * @param translations the text in other languages, for agents, by language tag
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

    /** The bot's. */
    public Message(long seq, Author author, @Nullable String name, String text, Instant at, @Nullable UUID clientId,
            List<Source> sources, @Nullable String finish, String cards) {
        this(seq, author, name, text, at, clientId, sources, finish, cards, List.of(), null, Map.of());
    }

    /** With files. */
    public Message(long seq, Author author, @Nullable String name, String text, Instant at, @Nullable UUID clientId,
            List<Source> sources, @Nullable String finish, String cards, List<Attachment> attachments) {
        this(seq, author, name, text, at, clientId, sources, finish, cards, attachments, null, Map.of());
    }

    /** As an agent who reads this language sees it. */
    public Message readIn(@Nullable String language) {
        String text = language == null ? null : translations.get(language);
        return recording == null || language == null || text == null
                ? this
                : new Message(seq, author, name, this.text, at, clientId, sources, finish, cards, attachments,
                        recording.translated(new Recording.Translation(language, text)), translations);
    }
}
