package dev.parley.tenant;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ReactiveRepository;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ApiKeyRepository extends ReactiveRepository {
    private final Rows rows = new Rows();

    private static final class Rows implements PanacheRepositoryBase<ApiKeyEntity, UUID> {}

    /** Reads the table each time, so that a revoked key is refused from the very next request. */
    Uni<@Nullable ApiKeyEntity> findValid(byte[] hash, Instant now) {
        return inSession(() -> rows
                .find("keyHash = ?1 and revokedAt is null and (expiresAt is null or expiresAt > ?2)", hash, now)
                .firstResult());
    }
}
