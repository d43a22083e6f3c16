package dev.parley.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Statements;
import dev.parley.tenant.Agent;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class NoteRepository {
    private static final String COLUMNS = """
            SELECT note.id, note.conversation_id, note.agent_id, agent.name AS agent_name, note.client_note_id, note.text, note.mentions,
                note.after_seq, note.at
            FROM note JOIN agent ON agent.id = note.agent_id
            """;

    /** Mentions of whom the shop does not have are left out. */
    private static final String ADD = """
            INSERT INTO note (id, tenant_id, conversation_id, agent_id, client_note_id, text, mentions, after_seq, at)
            SELECT $3, $1, $2, $4, $5, $6, ARRAY(SELECT id FROM agent WHERE tenant_id = $1 AND id = ANY($7)), last_seq, $8
            FROM conversation WHERE tenant_id = $1 AND id = $2
            ON CONFLICT (conversation_id, agent_id, client_note_id) DO NOTHING
            RETURNING id
            """;

    private final Statements statements;

    NoteRepository(Statements statements) {
        this.statements = statements;
    }

    /** Whether it is new. */
    Uni<Boolean> add(Agent author, UUID conversation, UUID id, NewNote note, Instant now) {
        return statements.of(author.tenant())
                .any(ADD, author.tenant().value(), conversation, id, author.id(),
                        note.clientId(), note.text(), note.mentions().toArray(UUID[]::new), now);
    }

    Uni<@Nullable Note> find(TenantId tenant, UUID id) {
        return statements.of(tenant).row(COLUMNS + "WHERE note.tenant_id = $1 AND note.id = $2", NoteRepository::toNote,
                tenant.value(), id);
    }

    Uni<@Nullable Note> findByClientId(Agent author, UUID conversation, UUID clientId) {
        return statements.of(author.tenant()).row(COLUMNS
                + "WHERE note.tenant_id = $1 AND note.conversation_id = $2 AND note.agent_id = $3 AND note.client_note_id = $4",
                NoteRepository::toNote, author.tenant().value(), conversation, author.id(), clientId);
    }

    Uni<List<Note>> of(TenantId tenant, UUID conversation) {
        return statements.of(tenant).rows(
                COLUMNS + "WHERE note.tenant_id = $1 AND note.conversation_id = $2 ORDER BY note.id LIMIT 1000",
                NoteRepository::toNote, tenant.value(), conversation);
    }

    private static Note toNote(Row row) {
        return new Note(row.getUUID("id"), row.getUUID("conversation_id"), row.getUUID("agent_id"),
                row.getString("agent_name"), row.getUUID("client_note_id"),
                row.getString("text"), List.of(row.getArrayOfUUIDs("mentions")), row.getLong("after_seq"),
                Objects.requireNonNull(Statements.instant(row, "at")));
    }
}
