package dev.parley.testsupport;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import dev.parley.platform.database.EmbeddedDatabase;
import dev.parley.platform.database.Migrations;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real PostgreSQL with an empty cluster for each run, the same binaries that the service embeds. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    public static final String OPERATOR_KEY = "operator-of-the-tests-0123456789abcdef";
    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        Path folder;
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres-");
            PostgresProgram.linkInto(folder);
            database = EmbeddedDatabase.start(folder);
            acknowledgeAtOnce();
            Migrations.run(database.jdbcUrl(), database.owner(), database.ownerPassword());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.ofEntries(
                // Tests deliver explicitly, with their own clock.
                entry("parley.webhook.deliver", "false"),
                // Receivers are in this process, which may be busy.
                entry("parley.webhook.within", "20s"),
                // Agents of other tests are always absent: their visitors' answers would take scripted replies.
                entry("parley.handoff.absent-owners-every", "off"),
                entry("parley.operator.key", OPERATOR_KEY),
                entry("parley.data.dir", folder.toString()),
                entry("quarkus.datasource.reactive.url", database.reactiveUrl()),
                entry(TestDatabase.URL, database.jdbcUrl()),
                entry(TestDatabase.USER, database.owner()),
                entry(TestDatabase.PASSWORD, database.ownerPassword()),
                entry("quarkus.datasource.username", database.user()),
                entry("quarkus.datasource.password", database.password()));
    }

    /** Commits do not wait for the disk, since this server never crashes. Others, such as RestartIT's, do. */
    private void acknowledgeAtOnce() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.owner(),
                database.ownerPassword()); Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE postgres SET synchronous_commit = off");
        }
    }

    @Override
    public void stop() {
        if (database != null) {
            try {
                database.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
