package dev.parley.platform.database;

import java.time.Duration;

/**
 * A rule for expired rows. Its SQL must never contain a request's values.
 *
 * @param kept how long a row stays after its end
 * @param ended the condition; `$1` is the moment before which rows ended
 * @param change the update to apply; empty: rows are deleted
 */
public record Expiry(String table, Duration kept, String ended, String change) {
    /** Deletes the rows. */
    public Expiry(String table, Duration kept, String ended) {
        this(table, kept, ended, "");
    }

    /** Handles at most `$2` rows and skips those locked by another replica. */
    String statement() {
        String some = " WHERE ctid = ANY(ARRAY(SELECT ctid FROM " + table + " WHERE " + ended
                + " LIMIT $2 FOR UPDATE SKIP LOCKED)) RETURNING 1";
        return (change.isEmpty() ? "DELETE FROM " + table : "UPDATE " + table + " SET " + change) + some;
    }
}
