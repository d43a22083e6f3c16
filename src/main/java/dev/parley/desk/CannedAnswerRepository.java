package dev.parley.desk;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.ReactiveRepository;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class CannedAnswerRepository extends ReactiveRepository {
    private static final int MOST = 2000;

    private final Rows rows = new Rows();

    private static final class Rows implements PanacheRepositoryBase<CannedAnswerEntity, UUID> {}

    Uni<List<CannedAnswer>> all(TenantId tenant) {
        return inSession(tenant, () -> rows.find("tenantId", Sort.ascending("shortcut"), tenant.value())
                .page(Page.ofSize(MOST)).list())
                .map(found -> found.stream().map(CannedAnswerEntity::toAnswer).toList());
    }

    Uni<Void> add(TenantId tenant, CannedAnswer answer) {
        CannedAnswerEntity row = new CannedAnswerEntity();
        row.id = answer.id();
        row.tenantId = tenant.value();
        row.shortcut = answer.shortcut();
        row.text = answer.text();
        row.updatedAt = answer.updatedAt();
        return inTransaction(tenant, () -> rows.persist(row)).replaceWithVoid();
    }

    Uni<Boolean> change(TenantId tenant, CannedAnswer answer) {
        return inTransaction(tenant, () -> rows.update(
                "shortcut = ?1, text = ?2, updatedAt = ?3 where tenantId = ?4 and id = ?5", answer.shortcut(),
                answer.text(), answer.updatedAt(), tenant.value(), answer.id())).map(count -> count > 0);
    }

    Uni<Boolean> remove(TenantId tenant, UUID id) {
        return inTransaction(tenant, () -> rows.delete("tenantId = ?1 and id = ?2", tenant.value(), id))
                .map(count -> count > 0);
    }
}
