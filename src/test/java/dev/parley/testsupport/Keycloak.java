package dev.parley.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/** A real Keycloak with the realm `shop`, unpacked by Maven for the integration tests. */
public final class Keycloak implements AutoCloseable {
    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Returns at once; see {@link #awaitReady}. The realm allows redirects of the client `parley` to this site only.
     */
    public static Keycloak start(URI site) {
        Path home = Path.of(System.getProperty("keycloak.home"));
        int port = FreePort.choose();
        try {
            // Files of an earlier run contain that run's port.
            deleteAll(home.resolve("data"));
            Path realm = Files.createDirectories(home.resolve("data/import")).resolve("shop-realm.json");
            Files.writeString(realm, Files.readString(Path.of("src/test/resources/keycloak/shop-realm.json"))
                    .replace("@site@", site.toString().replaceFirst("/$", "")));
            ProcessBuilder command = new ProcessBuilder("bash", home.resolve("bin/kc.sh").toString(), "start-dev",
                    "--import-realm", "--http-host=127.0.0.1", "--http-port=" + port);
            command.environment().put("JAVA_HOME", System.getProperty("java.home"));
            command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
            command.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
            command.redirectErrorStream(true).redirectOutput(Redirect.to(home.resolve("keycloak.log").toFile()));
            return new Keycloak(command.start(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/shop";
    }

    /** The first start also builds Keycloak, which takes minutes on a slow machine. */
    public Keycloak awaitReady() {
        Awaitility.await().atMost(Duration.ofMinutes(6)).pollInterval(Duration.ofMillis(500)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak ended; see keycloak.log in its folder");
            }
            return isReady();
        });
        return this;
    }

    private boolean isReady() {
        try {
            HttpURLConnection asking = (HttpURLConnection) URI
                    .create(issuer() + "/.well-known/openid-configuration").toURL().openConnection();
            asking.setConnectTimeout(2_000);
            asking.setReadTimeout(10_000);
            return asking.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
