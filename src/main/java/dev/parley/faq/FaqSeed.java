package dev.parley.faq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.faq.FaqImport.Report;
import dev.parley.tenant.OnceOnlySteps;
import dev.parley.tenant.OnceOnlySteps.Mark;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Fills the demo shop's FAQ once. A shop whose entries were deleted stays empty. */
@ApplicationScoped
public class FaqSeed {
    private final FaqRepository repository;
    private final FaqStore store;
    private final OnceOnlySteps marks;

    FaqSeed(FaqRepository repository, FaqStore store, OnceOnlySteps marks) {
        this.repository = repository;
        this.store = store;
        this.marks = marks;
    }

    /** Does nothing if the tenant has or had entries. */
    public Uni<Void> seed(TenantId tenant) {
        return marks.has(Mark.DEMO_FAQ).chain(seeded -> seeded
                ? Uni.createFrom().voidItem()
                : repository.hasAny(tenant)
                        .chain(filled -> filled ? Uni.createFrom().voidItem() : load(tenant))
                        .chain(() -> marks.set(Mark.DEMO_FAQ)));
    }

    /** In one transaction, so that an interrupted start leaves nothing half done. */
    private Uni<Void> load(TenantId tenant) {
        byte[] both = (file("faq-en") + "\n" + file("faq-zh")).getBytes(StandardCharsets.UTF_8);
        return store.seed(tenant, both, DemoMeanings.shipped()).invoke(FaqSeed::requireWhole)
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
