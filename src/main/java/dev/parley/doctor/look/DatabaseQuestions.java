package dev.parley.doctor.look;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/** Statements that change nothing. */
record DatabaseQuestions(Connection connection, Clock clock) {
    /** Of the role of the service, which may be another than the one that asks. */
    private static final String RIGHTS = """
            SELECT coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted,
                   t.oid IS NOT NULL AS there,
                   t.relrowsecurity AND NOT r.rolsuper AND NOT r.rolbypassrls
                       AND (t.relforcerowsecurity OR NOT pg_has_role(r.oid, t.relowner, 'USAGE')) AS secured,
                   has_table_privilege(r.oid, t.oid, 'SELECT') AND has_table_privilege(r.oid, t.oid, 'INSERT')
                       AND has_table_privilege(r.oid, t.oid, 'UPDATE') AND has_table_privilege(r.oid, t.oid, 'DELETE') AS writes
              FROM pg_roles r LEFT JOIN pg_class t ON t.oid = to_regclass('tenant')
             WHERE r.rolname = ?""";

    String version() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion().replaceFirst(" .*", "");
    }

    /** Such as 180006. */
    int number() throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT current_setting('server_version_num')::int AS number");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt("number");
        }
    }

    Duration ahead() throws SQLException {
        Instant before = clock.instant();
        try (PreparedStatement statement = connection.prepareStatement("SELECT clock_timestamp() AS now");
                ResultSet row = statement.executeQuery()) {
            Duration took = Duration.between(before, clock.instant());
            row.next();
            return Duration.between(before.plus(took.dividedBy(2)),
                    row.getObject("now", OffsetDateTime.class).toInstant());
        }
    }

    DatabaseState.Session session(String service) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RIGHTS)) {
            statement.setString(1, service);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return new DatabaseState.Session(service, false, null, false);
                }
                boolean there = row.getBoolean("there");
                return new DatabaseState.Session(service, row.getBoolean("encrypted"),
                        answer(there, row.getBoolean("secured")), answer(there, row.getBoolean("writes")));
            }
        }
    }

    private static @Nullable Boolean answer(boolean known, boolean value) {
        return known ? value : null;
    }
}
