package dev.parley.platform.database;

/** Rows that a statement may see. PostgreSQL enforces it, so a forgotten condition finds nothing foreign. */
@FunctionalInterface
public interface Visible {
    /** For jobs over all shops, and to look up a session, a key or a link. */
    Visible EVERY_TENANT = () -> "*";

    /** The value of {@code parley.tenant}, which the policies read: a tenant's id, or {@code *}. */
    String setting();
}
