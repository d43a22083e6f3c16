package dev.parley.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.parley.platform.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real PostgreSQL with an empty cluster for each run of the suite, the same program that a newcomer gets. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    public static final String OPERATOR_KEY = "operator-of-the-tests-0123456789abcdef";
    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            database = EmbeddedDatabase.start(Files.createTempDirectory(target, "postgres-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                // Tests deliver by hand, with a clock of their own.
                "parley.webhook.deliver", "false",
                // Other tests' agents are never there: their visitors' answers would take the replies that a test has scripted.
                "parley.handoff.absent-owners-every", "off",
                "parley.operator.key", OPERATOR_KEY,
                "quarkus.datasource.reactive.url", database.reactiveUrl(),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
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
