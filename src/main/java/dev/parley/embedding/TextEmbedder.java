package dev.parley.embedding;

import java.util.List;
import java.util.Optional;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** An embedding model on a server, for operators who do not use the local ones. */
interface TextEmbedder {
    /** The name stored with each vector; empty if the local models are used. */
    Optional<String> model();

    /** One vector per text, in order. Fails if the server times out, or if the shop may not use it. */
    Uni<List<float[]>> embed(TenantId tenant, List<String> texts);
}
