package dev.parley.signin;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.ExpiringTables;
import dev.parley.platform.database.Expiry;

@ApplicationScoped
class ExpiringSignIns implements ExpiringTables {
    /** After the end, an old cookie or link gets the same answer with or without its row. */
    private static final Duration A_DAY = Duration.ofDays(1);

    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry("agent_session", A_DAY, "(expires_at < $1 OR revoked_at < $1)"),
                new Expiry("agent_link", A_DAY, "(expires_at < $1 OR used_at < $1)"),
                // Counters restart after a day, and no lock is longer.
                new Expiry("sign_in_attempt", Duration.ofDays(2), "last_at < $1"),
                new Expiry("sign_in_device", KnownDevices.LIFE, "last_at < $1"));
    }
}
