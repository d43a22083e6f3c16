package dev.parley.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An agents' note on a conversation. Never shown to the visitor, the shop's systems or a model.
 *
 * @param name the author's
 * @param afterSeq the newest message at that time, which gives its place in the thread
 */
public record Note(UUID id, UUID conversation, UUID author, String name, UUID clientId, String text,
        List<UUID> mentions,
        long afterSeq, Instant at) {
    Note named(String author) {
        return new Note(id, conversation, this.author, author, clientId, text, mentions, afterSeq, at);
    }
}
