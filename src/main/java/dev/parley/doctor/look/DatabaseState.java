package dev.parley.doctor.look;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

public sealed interface DatabaseState {
    /** The data directory has no database yet. */
    record NotCreated(Path data) implements DatabaseState {}

    /** The embedded PostgreSQL does not run, so nothing can be asked. */
    record Stopped(Path data) implements DatabaseState {}

    /** Written by another major version of PostgreSQL than the embedded one. */
    record OtherVersion(Path data, String found, String expected) implements DatabaseState {}

    /** The password of the running embedded PostgreSQL is not readable. */
    record NoPassword(Path file) implements DatabaseState {}

    /** {@code sqlState} as in the SQL standard; null if none was given. */
    record Refused(Server server, @Nullable String sqlState, String why) implements DatabaseState {}

    /**
     * Connected.
     *
     * @param clock how far the database's clock is ahead of ours
     * @param owner why the role of the migrations cannot sign in; null if it can
     */
    record Reached(Server server, String version, int number, Session session, Duration clock,
            List<MigrationState> migrations, @Nullable String owner) implements DatabaseState {}

    /** {@code where} is host, port and database; {@code tls} that the settings ask for encryption. */
    record Server(String where, boolean embedded, boolean local, boolean tls) {}

    /**
     * The connection, and what the service's role may do.
     *
     * @param rowSecurity whether row-level security applies to the service; null without tables
     * @param mayWrite whether the service may read and write the tables; null without tables
     */
    record Session(String role, boolean encrypted, @Nullable Boolean rowSecurity, @Nullable Boolean mayWrite) {}
}
