package dev.parley.rest;

import java.util.UUID;

/** For answers that name the audited object, because the address must not be in the audit log. */
public interface AuditTarget {
    UUID auditTarget();
}
