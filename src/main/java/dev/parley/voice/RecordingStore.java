package dev.parley.voice;

import java.util.UUID;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Stores audio in pieces, already encrypted. */
interface RecordingStore {
    /** Bytes of audio per piece before encryption; the last may be shorter. */
    int PIECE = 256 * 1024;

    /** Pieces start at 0; an existing one is replaced. */
    Uni<Void> put(TenantId tenant, UUID recording, int piece, byte[] sealed);

    /** Fails if absent. */
    Uni<byte[]> get(TenantId tenant, UUID recording, int piece);
}
