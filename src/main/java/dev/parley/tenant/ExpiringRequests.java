package dev.parley.tenant;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.ExpiringTables;
import dev.parley.platform.database.Expiry;

@ApplicationScoped
class ExpiringRequests implements ExpiringTables {
    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry("idempotent_request", Duration.ZERO, "expires_at <= $1"));
    }
}
