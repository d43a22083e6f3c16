package dev.parley.desk;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import dev.parley.platform.Etag;
import dev.parley.platform.database.ReactiveRepository;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CannedAnswerRepository extends ReactiveRepository {
    private static final int MAX_ANSWERS = 2000;

    private final Rows rows = new Rows();

    private static final class Rows implements PanacheRepositoryBase<CannedAnswerEntity, UUID> {}

    Uni<List<CannedAnswer>> all(TenantId tenant) {
        return inSession(tenant, () -> rows.find("tenantId", Sort.ascending("shortcut"), tenant.value())
                .page(Page.ofSize(MAX_ANSWERS)).list())
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

    /** False if there is none. The lock keeps the row as {@code ifMatch} was compared with it. */
    Uni<Boolean> change(TenantId tenant, CannedAnswer answer, @Nullable String ifMatch) {
        return inTransaction(tenant, () -> rows.find("tenantId = ?1 and id = ?2", tenant.value(), answer.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE).firstResult()
                .map(row -> row != null && changed(row, answer, ifMatch)));
    }

    private static boolean changed(CannedAnswerEntity row, CannedAnswer answer, @Nullable String ifMatch) {
        Etag.require(ifMatch, row.toAnswer().etag());
        row.shortcut = answer.shortcut();
        row.text = answer.text();
        row.updatedAt = answer.updatedAt();
        return true;
    }

    Uni<Boolean> remove(TenantId tenant, UUID id) {
        return inTransaction(tenant, () -> rows.delete("tenantId = ?1 and id = ?2", tenant.value(), id))
                .map(count -> count > 0);
    }
}
