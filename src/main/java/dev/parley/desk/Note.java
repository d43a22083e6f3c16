package dev.parley.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What agents tell each other about a conversation. It is no message and never becomes one: neither the visitor nor the shop's systems
 * nor a model may see it.
 *
 * @param name the author's
 * @param mentions colleagues who should look
 * @param afterSeq the conversation's newest message when it was written: where it stands in the thread
 */
public record Note(UUID id, UUID conversation, UUID author, String name, UUID clientId, String text,
        List<UUID> mentions,
        long afterSeq, Instant at) {
    Note named(String author) {
        return new Note(id, conversation, this.author, author, clientId, text, mentions, afterSeq, at);
    }
}
