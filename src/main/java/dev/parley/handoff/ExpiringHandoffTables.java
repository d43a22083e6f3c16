package dev.parley.handoff;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.ExpiringTables;
import dev.parley.platform.database.Expiry;

/** Estimates use the last half hour only. */
@ApplicationScoped
class ExpiringHandoffTables implements ExpiringTables {
    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry("handoff_wait", Duration.ofDays(1), "claimed_at < $1"),
                new Expiry("agent_presence", Duration.ofDays(1), "seen_at < $1"));
    }
}
