package dev.parley.key;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.ExpiringTables;
import dev.parley.platform.database.Expiry;

/** Keeps expired keys for a month, so that their owner can see why a machine is refused. */
@ApplicationScoped
class ExpiringKeys implements ExpiringTables {
    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry("api_key", Duration.ofDays(30),
                "(revoked_at < $1 OR (replaced_by IS NOT NULL AND expires_at < $1))"));
    }
}
