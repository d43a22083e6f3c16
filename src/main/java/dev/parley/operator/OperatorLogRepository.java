package dev.parley.operator;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.ReactiveRepository;
import dev.parley.platform.database.Visible;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class OperatorLogRepository extends ReactiveRepository {
    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    private final Rows rows = new Rows();

    private static final class Rows implements PanacheRepositoryBase<OperatorEntryEntity, UUID> {}

    Uni<Void> add(OperatorEntry entry) {
        OperatorEntryEntity row = new OperatorEntryEntity();
        row.id = entry.id();
        row.at = entry.at();
        row.action = entry.action();
        row.slug = entry.slug();
        row.shopId = entry.shopId();
        row.address = entry.address();
        return inTransaction(Visible.EVERY_TENANT, () -> rows.persist(row)).replaceWithVoid();
    }

    Uni<List<OperatorEntry>> list(@Nullable UUID before, int max) {
        return inSession(Visible.EVERY_TENANT, () -> rows
                .find("id < ?1", Sort.descending("id"), before == null ? AFTER_ALL : before)
                .page(Page.ofSize(max)).list())
                .map(found -> found.stream().map(OperatorEntryEntity::toEntry).toList());
    }
}
