package dev.parley;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import dev.parley.platform.EmbeddedDatabase;
import dev.parley.platform.StartRefusedException;
import dev.parley.platform.Vault;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Finds a database, an existing one or our own, and then starts the service on it. */
@QuarkusMain
public class ParleyMain {
    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    public static void main(String... args) {
        try {
            useDatabase();
        } catch (StartRefusedException refused) {
            System.err.println("Parley cannot start. " + refused.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    private static void useDatabase() {
        Optional<String> existing = setting(REACTIVE_URL);
        if (existing.isEmpty()) {
            useOwnDatabase();
        } else if (setting(JDBC_URL).isEmpty()) {
            System.setProperty(JDBC_URL, jdbcUrl(existing.get()));
        }
    }

    private static void useOwnDatabase() {
        Path data = Path.of(setting("parley.data.dir").orElse("data"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data);
        System.setProperty(Vault.FILE, data.resolve("service-key").toString());
        System.setProperty(REACTIVE_URL, database.reactiveUrl());
        System.setProperty(JDBC_URL, database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.user());
        System.setProperty("quarkus.datasource.password", database.password());
        // In dev mode a reload runs main again in the same process: the properties above then name the server that still runs.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterService(database), "stop PostgreSQL"));
    }

    private static void stopAfterService(EmbeddedDatabase database) {
        Application application = Application.currentApplication();
        if (application != null && application.isStarted()) {
            application.awaitShutdown();
        }
        try {
            database.close();
        } catch (IOException e) {
            System.err.println("PostgreSQL did not stop cleanly: " + e);
        }
    }

    /** The reactive client and JDBC name the same server in two ways; only the first is asked for. */
    static String jdbcUrl(String reactiveUrl) {
        return "jdbc:" + reactiveUrl.replaceFirst("^vertx-reactive:", "").replaceFirst("^postgres://", "postgresql://");
    }

    private static Optional<String> setting(String name) {
        String property = System.getProperty(name);
        String value = property != null
                ? property
                : System.getenv(name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(java.util.Locale.ROOT));
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
