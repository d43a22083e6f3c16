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

/** Receipts for deleted shops, and whose turn it is to purge one. */
@ApplicationScoped
public class ShopRemovals {
    private final ShopRemovalRepository repository;
    private final Clock clock;

    ShopRemovals(ShopRemovalRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Newest first. */
    public Uni<List<ShopRemoval>> list(@Nullable UUID before, int most) {
        return repository.list(before, most);
    }

    /** Fails with `not_found`. */
    public Uni<ShopRemoval> get(UUID id) {
        return repository.find(id).onItem().ifNull().failWith(() -> ParleyException.notFound("receipt"));
    }

    /** One whose grace period is over, for this owner alone as long as it {@link #keep keeps} it; null when none is. */
    public Uni<@Nullable ShopRemoval> take(UUID owner) {
        return repository.take(owner, clock.instant());
    }

    /** Notes what has gone so far. False when the lease is another's now. */
    public Uni<Boolean> keep(UUID id, UUID owner, Map<String, Long> deleted) {
        return repository.keep(id, owner, deleted);
    }

    /** The purge has failed: others have their turn meanwhile. */
    public Uni<Void> putOff(UUID id, UUID owner, Duration pause) {
        return repository.putOff(id, owner, pause);
    }

    /** Deletes the shop itself and closes the receipt with what is left of it in any table. */
    public Uni<Long> finish(ShopRemoval removal, UUID owner) {
        return repository.deleteShop(removal.shopId())
                .chain(() -> repository.remaining(removal.shopId()))
                .call(remaining -> repository.finish(removal.id(), owner, clock.instant(), remaining));
    }
}
