package dev.parley.shop;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Receipts of deleted shops, and the leases for purging them. */
@ApplicationScoped
public class ShopRemovals {
    private final ShopRemovalRepository repository;
    private final Clock clock;

    ShopRemovals(ShopRemovalRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Newest first. */
    public Uni<List<ShopRemoval>> list(@Nullable UUID before, int max) {
        return repository.list(before, max);
    }

    /** Fails with `not_found`. */
    public Uni<ShopRemoval> get(UUID id) {
        return repository.find(id).onItem().ifNull().failWith(() -> ParleyException.notFound("receipt"));
    }

    /** Leases a removal whose grace period is over; null if there is none. See {@link #keep}. */
    public Uni<@Nullable ShopRemoval> take(UUID owner) {
        return repository.take(owner, clock.instant());
    }

    /** Records progress. False if another replica has the lease. */
    public Uni<Boolean> keep(UUID id, UUID owner, Map<String, Long> deleted) {
        return repository.keep(id, owner, deleted);
    }

    /** After a failure: lets other removals go first. */
    public Uni<Void> putOff(UUID id, UUID owner, Duration pause) {
        return repository.putOff(id, owner, pause);
    }

    /** Deletes the shop and completes the receipt. Returns the number of rows left in any table. */
    public Uni<Long> finish(ShopRemoval removal, UUID owner) {
        return repository.deleteShop(removal.shopId())
                .chain(() -> repository.remaining(removal.shopId()))
                .call(remaining -> repository.finish(removal.id(), owner, clock.instant(), remaining));
    }
}
