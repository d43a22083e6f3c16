package dev.parley.tenant;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ExpiringTables;
import dev.parley.platform.Expiry;

/** Sessions, links and attempts are of no use once they are over; what people did stays to be read for a year. */
@ApplicationScoped
class ExpiringTenantTables implements ExpiringTables {
    /** Whoever comes back with an old cookie or link is told the same with the row as without it. */
    private static final Duration A_DAY = Duration.ofDays(1);
    /** Keys are listed until then, so that somebody can see why a machine is refused. */
    private static final Duration A_MONTH = Duration.ofDays(30);

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry("agent_session", A_DAY, "(expires_at < $1 OR revoked_at < $1)"),
                new Expiry("agent_link", A_DAY, "(expires_at < $1 OR used_at < $1)"),
                new Expiry("api_key", A_MONTH,
                        "(revoked_at < $1 OR (replaced_by IS NOT NULL AND expires_at < $1))"),
                // Their numbers begin anew after a day, and no block is longer.
                new Expiry("sign_in_attempt", Duration.ofDays(2), "last_at < $1"),
                new Expiry("sign_in_device", KnownDevices.LIFE, "last_at < $1"),
                new Expiry("idempotent_request", Duration.ZERO, "expires_at <= $1"),
                new Expiry("audit_entry", AuditLog.KEPT, "at < $1"));
    }
}
