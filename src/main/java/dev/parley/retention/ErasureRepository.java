package dev.parley.retention;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.ReactiveRepository;
import dev.parley.retention.VisitorData.Receipt;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ErasureRepository extends ReactiveRepository {
    private final Rows rows = new Rows();

    private static final class Rows implements PanacheRepositoryBase<ErasureEntity, UUID> {}

    Uni<Void> write(TenantId tenant, Receipt receipt) {
        ErasureEntity row = new ErasureEntity();
        row.id = receipt.id();
        row.tenantId = tenant.value();
        row.at = receipt.at();
        row.conversations = receipt.conversations();
        row.messages = receipt.messages();
        row.answers = receipt.answers();
        row.recordings = receipt.recordings();
        return inTransaction(tenant, () -> rows.persist(row)).replaceWithVoid();
    }
}
