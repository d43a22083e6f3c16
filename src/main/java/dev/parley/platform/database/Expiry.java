package dev.parley.platform.database;

import java.time.Duration;

/**
 * Rows of a table that are of no use from some time on. What it says is part of a statement and never of a request's making.
 *
 * @param kept how long after its end a row stays
 * @param ended what is true of rows to go; `$1` is the moment before which they ended
 * @param change what becomes of them instead; empty: they are deleted
 */
public record Expiry(String table, Duration kept, String ended, String change) {
    /** Such rows are deleted. */
    public Expiry(String table, Duration kept, String ended) {
        this(table, kept, ended, "");
    }

    /** Some of them, at most `$2`; what another replica is at is left to it. */
    String statement() {
        String some = " WHERE ctid = ANY(ARRAY(SELECT ctid FROM " + table + " WHERE " + ended
                + " LIMIT $2 FOR UPDATE SKIP LOCKED)) RETURNING 1";
        return (change.isEmpty() ? "DELETE FROM " + table : "UPDATE " + table + " SET " + change) + some;
    }
}
