package dev.parley.console;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.desk.Note;

/** {@code afterSeq} is its place in the thread. */
@JsonNaming(SnakeCaseStrategy.class)
public record NoteResponse(UUID id, UUID conversation, UUID author, String name, UUID clientId, String text,
        List<UUID> mentions, long afterSeq, Instant at) {
    public static NoteResponse of(Note note) {
        return new NoteResponse(note.id(), note.conversation(), note.author(), note.name(), note.clientId(),
                note.text(), note.mentions(), note.afterSeq(), note.at());
    }
}
