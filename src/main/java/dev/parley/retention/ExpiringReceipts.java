package dev.parley.retention;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.ExpiringTables;
import dev.parley.platform.database.Expiry;

/** Receipts hold numbers only and are kept as proof. */
@ApplicationScoped
class ExpiringReceipts implements ExpiringTables {
    private static final Duration KEPT = Duration.ofDays(3 * 365);

    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry("purge_run", KEPT, "started_at < $1 AND outcome <> 'running'"),
                new Expiry("erasure", KEPT, "at < $1"));
    }
}
