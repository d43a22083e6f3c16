package dev.parley.platform.database;

/**
 * The rows that a statement may see: one tenant's or all. PostgreSQL enforces it (row-level security), so that a
 * forgotten condition finds nothing instead of another shop's rows.
 */
@FunctionalInterface
public interface Visible {
    /** For jobs over all shops, and to look up a session, a key or a link. */
    Visible EVERY_TENANT = () -> "*";

    /** The value of {@code parley.tenant}, which the policies read: a tenant's id, or {@code *}. */
    String setting();
}
