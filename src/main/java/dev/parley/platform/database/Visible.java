package dev.parley.platform.database;

/**
 * Whose rows a statement may see: one tenant's, or every tenant's. PostgreSQL itself holds a statement to it (row-level security), so that
 * a forgotten condition finds nothing instead of another shop's rows.
 */
@FunctionalInterface
public interface Visible {
    /** For jobs over all shops, and for what names its shop only by being found: a session, a key, a link. */
    Visible EVERY_TENANT = () -> "*";

    /** The value of the setting {@code parley.tenant} that the policies read: a tenant's id, or {@code *}. */
    String setting();
}
