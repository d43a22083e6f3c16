package dev.parley.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.parley.platform.database.EmbeddedDatabase;
import dev.parley.testsupport.FreePort;
import dev.parley.testsupport.PackagedParley;
import dev.parley.testsupport.PostgresProgram;
import dev.parley.testsupport.ScriptedModel;
import org.jspecify.annotations.Nullable;

/** Starts subjects on empty or used data directories. */
final class Launcher {
    private static final String NO_LIMIT = "1000000";

    private final Options options;
    private final ScriptedModel model;

    Launcher(Options options, ScriptedModel model) {
        this.options = options;
        this.model = model;
    }

    /** A subject's data directory and, for one that needs it, a running PostgreSQL. */
    record Place(Path data, @Nullable EmbeddedDatabase database, Map<String, String> settings) {
        Place(Path data, @Nullable EmbeddedDatabase database) {
            this(data, database, Map.of());
        }
    }

    interface Use {
        void of(Place place) throws Exception;
    }

    void withPlace(Subject subject, Path folder, Use use) throws Exception {
        Path data = Files.createDirectories(folder.resolve(subject.option()));
        if (subject != Subject.PARLEY_EXTERNAL) {
            use.of(new Place(data, null));
            return;
        }
        Path cluster = Files.createDirectories(folder.resolve("database"));
        PostgresProgram.linkInto(cluster);
        EmbeddedDatabase database = Running.start(() -> EmbeddedDatabase.start(cluster));
        try {
            use.of(new Place(data, database));
        } finally {
            Running.stop(database);
        }
    }

    interface Measure {
        void of(Service service) throws Exception;
    }

    void withService(Subject subject, Place place, Measure measure) throws Exception {
        int port = FreePort.choose();
        ProcessBuilder command = subject.isParley() ? parley(subject, place, port) : sample(subject, place, port);
        Service service = Running.start(() -> Service.start(command, place.data(), port));
        try {
            measure.of(service);
        } finally {
            Running.stop(service);
        }
    }

    private ProcessBuilder parley(Subject subject, Place place, int port) {
        ProcessBuilder command = new ProcessBuilder(options.parley());
        Map<String, String> environment = command.environment();
        environment.putAll(Map.of("PARLEY_BOOTSTRAP_API_KEY", PackagedParley.API_KEY,
                "PARLEY_ADMIN_EMAIL", PackagedParley.ADMIN_EMAIL,
                "PARLEY_ADMIN_PASSWORD", PackagedParley.ADMIN_PASSWORD,
                "PARLEY_DATA_DIR", place.data().toString(),
                "PARLEY_LIMITS", "off", "PARLEY_BUDGET_DAY", NO_LIMIT,
                "OPENAI_BASE_URL", model.baseUrl().toString(),
                "QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_MANAGEMENT_PORT", "0"));
        boolean shipped = options.parley().getFirst().endsWith("bin/parley");
        environment.putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        String jvm = (options.parleyJvm() + (subject == Subject.PARLEY_256M ? " -Xmx256m" : "")).strip();
        if (!jvm.isEmpty()) {
            environment.put(shipped ? "PARLEY_JAVA_OPTS" : "JDK_JAVA_OPTIONS", jvm);
        }
        if (subject == Subject.PARLEY_EMBEDDING_SERVER) {
            environment.put("PARLEY_EMBEDDING_MODEL", "text-embedding-3-small");
        }
        environment.putAll(place.settings());
        EmbeddedDatabase database = place.database();
        if (database != null) {
            environment.putAll(Map.of("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", database.user(),
                    "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                    "QUARKUS_FLYWAY_JDBC_URL", database.jdbcUrl(),
                    "QUARKUS_FLYWAY_USERNAME", database.owner(),
                    "QUARKUS_FLYWAY_PASSWORD", database.ownerPassword(),
                    "PARLEY_SECRET_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        }
        return command;
    }

    private ProcessBuilder sample(Subject subject, Place place, int port) {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                        options.sample().toString(), "--server.port=" + port,
                        "--spring.ai.openai.base-url=" + model.baseUrl(), "--peer.data=" + place.data()));
        if (subject == Subject.SAMPLE) {
            words.add("--peer.faq=src/main/resources/demo/faq-en.jsonl");
        }
        ProcessBuilder command = new ProcessBuilder(words);
        command.environment().put("OPT_OUT_TRACKING", "true");
        return command;
    }
}
