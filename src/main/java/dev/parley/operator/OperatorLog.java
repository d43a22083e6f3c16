package dev.parley.operator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Ids;
import dev.parley.platform.database.ExpiringTables;
import dev.parley.platform.database.Expiry;
import dev.parley.shop.Shop;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Records for a year what was done with the operator's key, and logs it. Contains no secrets. */
@ApplicationScoped
public class OperatorLog implements ExpiringTables {
    private static final Logger LOG = Logger.getLogger(OperatorLog.class);
    private static final Duration KEPT = Duration.ofDays(365);

    private final OperatorLogRepository repository;
    private final Ids ids;
    private final Clock clock;

    OperatorLog(OperatorLogRepository repository, Ids ids, Clock clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@code action} is such as `shop.suspend`. */
    public Uni<Void> note(String action, Shop shop, String address) {
        LOG.infof("operator action=%s shop=%s tenant=%s address=%s", action, shop.slug(), shop.id(), address);
        return repository.add(new OperatorEntry(ids.next(), clock.instant(), action, shop.slug(), shop.id().value(),
                address));
    }

    public Uni<List<OperatorEntry>> list(@Nullable UUID before, int max) {
        return repository.list(before, max);
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry("operator_entry", KEPT, "at < $1"));
    }
}
