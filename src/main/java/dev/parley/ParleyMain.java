package dev.parley;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import dev.parley.platform.LongSecret;
import dev.parley.platform.SecretBox;
import dev.parley.platform.SocketReadLimit;
import dev.parley.platform.StartRefusedException;
import dev.parley.platform.database.EmbeddedDatabase;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jspecify.annotations.Nullable;

/** Finds a database, an existing or the embedded one, and starts the service on it. */
@QuarkusMain
public class ParleyMain {
    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    private static final String MANAGEMENT_PORT = "quarkus.management.port";
    private static final int USUAL_MANAGEMENT_PORT = 9_000;
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    public static void main(String... args) {
        try {
            SocketReadLimit.prepare();
            requireSecrets();
            requirePort();
            useDatabase();
        } catch (StartRefusedException refused) {
            complain(refused);
            System.exit(1);
        }
        Quarkus.run(null, ParleyMain::exit, args);
    }

    private static void exit(int code, @Nullable Throwable failure) {
        if (failure != null) {
            complain(failure);
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }

    private static void complain(Throwable failure) {
        Optional<String> reason = StartFailure.explain(failure);
        if (reason.isEmpty()) {
            failure.printStackTrace();
        }
        System.err.println("Parley cannot start. " + reason.orElse("The lines above say where it failed."));
    }

    /** Checks the environment early; other sources are checked once the configuration is read. */
    private static void requireSecrets() {
        LongSecret.require("PARLEY_OPERATOR_KEY", setting("parley.operator.key"), LongSecret.MIN_LENGTH);
        LongSecret.require("PARLEY_BOOTSTRAP_API_KEY", setting("parley.bootstrap.api.key"),
                LongSecret.MIN_LENGTH_OF_A_SHOP);
    }

    /** Not in dev mode, where the port belongs to the running server after a reload. */
    private static void requirePort() {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            String port = setting("quarkus.http.port").orElse("8080");
            if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
                throw new StartRefusedException("QUARKUS_HTTP_PORT is no port: a number from 0 to 65535.");
            }
            StartFailure.requireFree(Integer.parseInt(port));
            chooseManagementPort();
        }
    }

    /** Falls back to a free port if 9000 is taken, such as by another Parley; the banner shows it. */
    private static void chooseManagementPort() {
        if (setting(MANAGEMENT_PORT).isEmpty() && !StartFailure.isFree(USUAL_MANAGEMENT_PORT)) {
            System.setProperty(MANAGEMENT_PORT, "0");
        }
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
        System.setProperty(SecretBox.FILE, data.resolve("service-key").toString());
        System.setProperty(REACTIVE_URL, database.reactiveUrl());
        System.setProperty(JDBC_URL, database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.user());
        System.setProperty("quarkus.datasource.password", database.password());
        System.setProperty("quarkus.flyway.jdbc-url", database.jdbcUrl());
        System.setProperty("quarkus.flyway.username", database.owner());
        System.setProperty("quarkus.flyway.password", database.ownerPassword());
        // In dev mode a reload runs main again in the same process; the properties then still name the running server.
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

    /** Derives the JDBC URL from the reactive one, so that only one is configured. */
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
