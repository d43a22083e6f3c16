package dev.parley.faq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.faq.FaqImport.Report;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Fills the demo shop's FAQ at its first start. */
@ApplicationScoped
public class FaqSeed {
    private final FaqRepository repository;
    private final FaqStore store;

    FaqSeed(FaqRepository repository, FaqStore store) {
        this.repository = repository;
        this.store = store;
    }

    /** Does nothing where the tenant already has entries. */
    public Uni<Void> seed(TenantId tenant) {
        return repository.hasAny(tenant)
                .chain(filled -> filled
                        ? Uni.createFrom().voidItem()
                        : load(tenant));
    }

    /** In one go, so that a start that is cut off leaves nothing rather than half. */
    private Uni<Void> load(TenantId tenant) {
        byte[] both = (file("faq-en") + "\n" + file("faq-zh")).getBytes(StandardCharsets.UTF_8);
        return store.seed(tenant, both).invoke(FaqSeed::requireWhole)
                .replaceWithVoid();
    }

    private static void requireWhole(Report report) {
        if (!report.errors().isEmpty()) {
            throw new IllegalStateException("The demo shop's FAQ has bad entries: " + report.errors());
        }
    }

    static String file(String name) {
        try (InputStream file = FaqSeed.class.getResourceAsStream("/demo/" + name + ".jsonl")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
