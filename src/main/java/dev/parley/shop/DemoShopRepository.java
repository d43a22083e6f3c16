package dev.parley.shop;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.key.ApiKeyEntity;
import dev.parley.platform.database.ReactiveRepository;
import dev.parley.platform.database.Visible;
import dev.parley.tenant.TenantEntity;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DemoShopRepository extends ReactiveRepository {
    private final Rows rows = new Rows();

    private static final class Rows implements PanacheRepositoryBase<TenantEntity, UUID> {}

    Uni<@Nullable TenantEntity> find(String slug) {
        return inSession(Visible.EVERY_TENANT, () -> rows.find("slug", slug).firstResult());
    }

    Uni<Boolean> noShops() {
        return inSession(Visible.EVERY_TENANT, () -> rows.count()).map(count -> count == 0);
    }

    Uni<Void> create(TenantEntity shop, ApiKeyEntity key) {
        return inTransaction(Visible.EVERY_TENANT, () -> rows.persist(shop)
                .chain(() -> rows.getSession())
                .chain(session -> session.persist(key)));
    }
}
