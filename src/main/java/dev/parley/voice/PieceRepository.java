package dev.parley.voice;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Stored in PostgreSQL for a single backup and retention. Deleted by cascade with the recording. */
@ApplicationScoped
class PieceRepository implements RecordingStore {
    private final Statements statements;

    PieceRepository(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Uni<Void> put(TenantId tenant, UUID recording, int piece, byte[] sealed) {
        return statements.of(tenant).run("""
                INSERT INTO recording_piece (tenant_id, recording_id, n, content) VALUES ($1, $2, $3, $4)
                ON CONFLICT (tenant_id, recording_id, n) DO UPDATE SET content = EXCLUDED.content RETURNING n""",
                tenant.value(), recording, piece, Buffer.buffer(sealed));
    }

    @Override
    public Uni<byte[]> get(TenantId tenant, UUID recording, int piece) {
        return statements.of(tenant).row(
                "SELECT content FROM recording_piece WHERE tenant_id = $1 AND recording_id = $2 AND n = $3",
                row -> row.getBuffer("content").getBytes(), tenant.value(), recording, piece)
                .onItem().ifNull().failWith(() -> new IllegalStateException("purged while it was read"));
    }
}
