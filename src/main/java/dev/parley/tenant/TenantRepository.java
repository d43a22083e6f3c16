package dev.parley.tenant;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import dev.parley.platform.database.ReactiveRepository;
import dev.parley.platform.database.Visible;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TenantRepository extends ReactiveRepository {
    private final Rows rows = new Rows();

    private static final class Rows implements PanacheRepositoryBase<TenantEntity, UUID> {}

    Uni<@Nullable TenantEntity> findBySlug(String slug) {
        return inSession(Visible.EVERY_TENANT, () -> rows.find("slug", slug).firstResult());
    }

    Uni<@Nullable TenantEntity> findById(UUID id) {
        return inSession(Visible.EVERY_TENANT, () -> rows.findById(id));
    }

    record Settings(String slug, String settings) {}

    Uni<List<Settings>> settings() {
        return inSession(Visible.EVERY_TENANT,
                () -> rows.find("select slug, settings from TenantEntity where deletedAt is null")
                        .project(Settings.class).list());
    }

    Uni<List<TenantEntity>> all() {
        return inSession(Visible.EVERY_TENANT, rows::listAll);
    }

    Uni<Boolean> isEmpty() {
        return inSession(Visible.EVERY_TENANT, () -> rows.count()).map(count -> count == 0);
    }

    /** Changes the row under a lock; an exception in {@code change} rolls back. */
    Uni<Void> change(UUID id, Consumer<TenantEntity> change) {
        return inTransaction(Visible.EVERY_TENANT,
                () -> rows.findById(id, LockModeType.PESSIMISTIC_WRITE).invoke(row -> {
                    if (row != null) {
                        change.accept(row);
                    }
                }).replaceWithVoid());
    }
}
