package dev.parley.voice;

import java.util.UUID;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Where the sound of recordings lies, in pieces. Whatever it gets is sealed already: it need not be trusted with what is said. */
interface RecordingStore {
    /** In bytes of sound, before it is sealed; the last piece of a recording may be shorter. */
    int PIECE = 256 * 1024;

    /** Stores a piece, the first being 0; one that is there already is replaced. */
    Uni<Void> put(TenantId tenant, UUID recording, int piece, byte[] sealed);

    /** Fails when it is not there. */
    Uni<byte[]> get(TenantId tenant, UUID recording, int piece);
}
