package dev.parley.tenant;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ReactiveRepository;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TenantRepository extends ReactiveRepository {
    private final Rows rows = new Rows();

    private static final class Rows implements PanacheRepositoryBase<TenantEntity, UUID> {}

    Uni<@Nullable TenantEntity> findBySlug(String slug) {
        return inSession(() -> rows.find("slug", slug).firstResult());
    }

    Uni<@Nullable TenantEntity> findById(UUID id) {
        return inSession(() -> rows.findById(id));
    }

    Uni<List<TenantEntity>> all() {
        return inSession(rows::listAll);
    }

    /** How many rows that changed: 0 or 1. */
    Uni<Integer> setModels(UUID id, String models) {
        return inTransaction(() -> rows.update("models = ?1 where id = ?2", models, id));
    }

    /** Writes a tenant together with its first key, both or neither. */
    Uni<Void> create(TenantEntity tenant, ApiKeyEntity key) {
        return inTransaction(() -> rows.persist(tenant)
                .chain(() -> rows.getSession())
                .chain(session -> session.persist(key)));
    }
}
