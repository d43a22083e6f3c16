package dev.parley.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The packaged jar as a separate process that can be killed and restarted on the same data. */
public final class PackagedParley implements AutoCloseable {
    public static final String API_KEY = "pk_integration_test_0123456789abcdef";
    public static final String ADMIN_EMAIL = "ada@shop.example";
    public static final String ADMIN_PASSWORD = "correct horse battery";

    /** A start takes 3 s on a quiet machine, and up to a minute on two busy cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOPPING = Duration.ofSeconds(40);

    private final Path data;
    private final Map<String, String> environment = new HashMap<>();
    private List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // It runs for a minute or two, too short for the second compiler to pay off.
            "-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", System.getProperty("parley.jar", "no jar is set"));
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int port = FreePort.choose();
    private Process process;

    public PackagedParley(Path data) {
        this.data = data;
        environment.put("PARLEY_BOOTSTRAP_API_KEY", API_KEY);
        environment.put("PARLEY_ADMIN_EMAIL", ADMIN_EMAIL);
        environment.put("PARLEY_ADMIN_PASSWORD", ADMIN_PASSWORD);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", "0");
        environment.put("PARLEY_DATA_DIR", data.toString());
    }

    /** Without {@link PostgresProgram}: the service unpacks PostgreSQL itself, as in a shop. */
    public PackagedParley unpacked() {
        try {
            PostgresProgram.linkInto(Files.createDirectories(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public PackagedParley with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Another program than the packaged jar on the tests' Java. */
    public PackagedParley startedBy(String... program) {
        command = List.of(program);
        return this;
    }

    public PackagedParley start() {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(this::isReady);
        } catch (ConditionTimeoutException tooSlow) {
            kill();
            throw new IllegalStateException("Parley was not ready in time and said last:\n" + lastWords(), tooSlow);
        }
        return this;
    }

    public record Examined(int exitCode, String text) {}

    /** Runs the jar's `doctor` with the same settings, whether the service runs or not. */
    public Examined doctor() {
        ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-jar", System.getProperty("parley.jar"), "doctor");
        command.environment().putAll(environment);
        try {
            Process doctor = command.redirectErrorStream(true).start();
            String text = new String(doctor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Examined(doctor.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "Parley ended with " + process.exitValue() + " and said last:\n" + lastWords());
        }
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /** The log's last lines; the folder is not reachable if the test runs elsewhere. */
    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return "(" + log() + " cannot be read: " + e + ")";
        }
    }

    /** SIGKILL: nothing is flushed, and the embedded PostgreSQL keeps running. */
    public void kill() {
        process.destroyForcibly();
        await(STOPPING);
    }

    /** SIGTERM; returns the exit code. */
    public int stop() {
        return stop(STOPPING);
    }

    public int stop(Duration patience) {
        process.destroy();
        await(patience);
        return process.exitValue();
    }

    private void await(Duration patience) {
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Parley did not end within " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMinutes(2)).header("Authorization",
                "Bearer " + API_KEY);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }
}
