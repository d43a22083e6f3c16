package dev.parley.embedding;

import java.util.List;
import java.util.Optional;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** A sentence model at a server, for operators who do not want the ones in this process. */
interface TextEmbedder {
    /** Kept with each vector; empty: the models in this process are used, and nothing is asked. */
    Optional<String> model();

    /** A direction for each text, in their order; fails when the server does not answer in time, or may not be asked for this shop. */
    Uni<List<float[]>> embed(TenantId tenant, List<String> texts);
}
