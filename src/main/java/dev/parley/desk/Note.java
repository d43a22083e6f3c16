package dev.parley.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A note, never shown to the visitor, the shop's systems or a model. {@code afterSeq} is its place in the thread. */
public record Note(UUID id, UUID conversation, UUID author, String name, UUID clientId, String text,
        List<UUID> mentions,
        long afterSeq, Instant at) {
    Note named(String author) {
        return new Note(id, conversation, this.author, author, clientId, text, mentions, afterSeq, at);
    }
}
