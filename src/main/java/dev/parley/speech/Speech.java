package dev.parley.speech;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Has clips heard by the shop's speech models. */
@ApplicationScoped
public class Speech {
    /** Whether the shop has a model that can be asked. */
    public Uni<Boolean> available(TenantId tenant) {
        return Uni.createFrom().item(false);
    }

    /**
     * What is said in the clip.
     *
     * @param key whose call it is: while one is under way, another under the same key waits for its result and costs nothing
     */
    public Uni<Transcript> hear(TenantId tenant, UUID key, Clip clip, Wish wish) {
        return Uni.createFrom().failure(() -> new ParleyException(Kind.UNAVAILABLE, "speech_not_configured",
                "There is no model here that understands speech."));
    }
}
