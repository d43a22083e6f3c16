package dev.parley;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.parley.platform.SecretBox;
import dev.parley.platform.database.EmbeddedDatabase;
import dev.parley.platform.database.JdbcUrl;
import dev.parley.platform.database.Migrations;
import dev.parley.platform.database.ShippedPostgres;
import io.quarkus.runtime.Application;
import org.slf4j.LoggerFactory;

/** An existing PostgreSQL or the embedded one, migrated. Works on a thread of its own while the service is loaded. */
final class DatabaseStart {
    static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    private static final String USER = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";
    /** The tables' owner, if the service is another role. The embedded server's; operators set the other names. */
    private static final String[] OWNER_URL = {"parley.owner.url", "quarkus.flyway.jdbc-url",
            "quarkus.datasource.jdbc.url"};
    private static final String[] OWNER = {"parley.owner.name", "quarkus.flyway.username", USER};
    private static final String[] OWNER_PASSWORD = {"parley.owner.password", "quarkus.flyway.password", PASSWORD};

    private final CompletableFuture<Void> done;

    private DatabaseStart(CompletableFuture<Void> done) {
        this.done = done;
    }

    static DatabaseStart begin() {
        // Two threads that log at first would otherwise meet in its initialization, and lose lines.
        LoggerFactory.getILoggerFactory();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().name("start database").daemon().start(() -> {
            try {
                prepare();
                done.complete(null);
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return new DatabaseStart(done);
    }

    /** Throws what the database's start threw. */
    void await() {
        try {
            done.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** In dev mode a reload runs this again in the same process; the properties then name the running server. */
    private static void prepare() {
        if (Setting.of(REACTIVE_URL).isEmpty()) {
            startEmbedded();
        }
        Migrations.run(first(OWNER_URL).orElseGet(() -> JdbcUrl.of(Setting.of(REACTIVE_URL).orElseThrow())),
                first(OWNER).orElse(""), first(OWNER_PASSWORD).orElse(""));
    }

    private static Optional<String> first(String[] names) {
        return Arrays.stream(names).map(Setting::of).flatMap(Optional::stream).findFirst();
    }

    private static void startEmbedded() {
        Path data = Path.of(Setting.of("parley.data.dir").orElse("data"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data,
                ShippedPostgres.find(System.getProperty("java.class.path")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterService(database), "stop PostgreSQL"));
        System.setProperty(SecretBox.FILE, data.resolve("service-key").toString());
        System.setProperty(REACTIVE_URL, database.reactiveUrl());
        System.setProperty(USER, database.user());
        System.setProperty(PASSWORD, database.password());
        System.setProperty("parley.bus.kind", Setting.of("parley.bus.kind").orElse("jvm"));
        System.setProperty(OWNER_URL[0], database.jdbcUrl());
        System.setProperty(OWNER[0], database.owner());
        System.setProperty(OWNER_PASSWORD[0], database.ownerPassword());
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
}
