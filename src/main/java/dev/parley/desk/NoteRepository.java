package dev.parley.desk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class NoteRepository {
    private static final String SELECT = """
            SELECT id, conversation_id, agent_id, client_note_id, text, mentions, after_seq, at FROM note
            """;

    private static final String ADD = """
            INSERT INTO note (id, tenant_id, conversation_id, agent_id, client_note_id, text, mentions, after_seq, at)
            VALUES ($3, $1, $2, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (conversation_id, agent_id, client_note_id) DO NOTHING
            RETURNING id
            """;

    private final Statements statements;

    NoteRepository(Statements statements) {
        this.statements = statements;
    }

    /** False if the note exists already. */
    Uni<Boolean> add(Agent author, UUID conversation, UUID id, NewNote note, long afterSeq, Instant now) {
        return statements.of(author.tenant())
                .any(ADD, author.tenant().value(), conversation, id, author.id(),
                        note.clientId(), note.text(), note.mentions().toArray(UUID[]::new), afterSeq, now);
    }

    Uni<@Nullable Note> find(TenantId tenant, UUID id) {
        return statements.of(tenant).row(SELECT + "WHERE tenant_id = $1 AND id = $2", NoteRepository::toNote,
                tenant.value(), id);
    }

    Uni<@Nullable Note> findByClientId(Agent author, UUID conversation, UUID clientId) {
        return statements.of(author.tenant()).row(SELECT
                + "WHERE tenant_id = $1 AND conversation_id = $2 AND agent_id = $3 AND client_note_id = $4",
                NoteRepository::toNote, author.tenant().value(), conversation, author.id(), clientId);
    }

    Uni<List<Note>> of(TenantId tenant, UUID conversation) {
        return statements.of(tenant).rows(
                SELECT + "WHERE tenant_id = $1 AND conversation_id = $2 ORDER BY id LIMIT 1000",
                NoteRepository::toNote, tenant.value(), conversation);
    }

    /** The author's name comes from elsewhere. */
    private static Note toNote(Row row) {
        return new Note(row.getUUID("id"), row.getUUID("conversation_id"), row.getUUID("agent_id"),
                "", row.getUUID("client_note_id"),
                row.getString("text"), List.of(row.getArrayOfUUIDs("mentions")), row.getLong("after_seq"),
                Objects.requireNonNull(Statements.instant(row, "at")));
    }
}
