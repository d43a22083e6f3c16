package dev.parley.audit;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.ExpiringTables;
import dev.parley.platform.database.Expiry;

@ApplicationScoped
class ExpiringAudit implements ExpiringTables {
    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry("audit_entry", AuditLog.KEPT, "at < $1"));
    }
}
