package dev.parley.rest;

import java.util.UUID;

/** An answer that says itself what its operation changed, because the address must not stand in the audit log. */
public interface AuditTarget {
    UUID auditTarget();
}
