package dev.parley.conversation.attachment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.attachment.RecordedSounds.KeptRecording;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Stored in the message, to read threads without a join. */
@ApplicationScoped
class RecordedSoundRepository {
    /** Recordings without audio have no time. */
    private static final String SHORTEN = """
            UPDATE message m SET recording = CAST(CAST(m.recording AS jsonb) || jsonb_build_object('until', kept.until) AS text)
            FROM unnest(CAST($2 AS uuid[]), CAST($3 AS uuid[]), CAST($4 AS text[])) AS kept (conversation, recording, until)
            WHERE m.tenant_id = $1 AND m.conversation_id = kept.conversation AND m.recording IS NOT NULL
              AND CAST(m.recording AS jsonb) ->> 'id' = CAST(kept.recording AS text)
              AND CAST(CAST(m.recording AS jsonb) ->> 'until' AS timestamptz) > CAST(kept.until AS timestamptz)
            RETURNING m.seq""";

    private final Statements statements;

    RecordedSoundRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<Void> shorten(TenantId tenant, List<KeptRecording> recordings) {
        return statements.of(tenant).run(SHORTEN, tenant.value(),
                recordings.stream().map(KeptRecording::conversation).toArray(UUID[]::new),
                recordings.stream().map(KeptRecording::recording).toArray(UUID[]::new),
                recordings.stream().map(kept -> kept.until().toString()).toArray(String[]::new));
    }
}
