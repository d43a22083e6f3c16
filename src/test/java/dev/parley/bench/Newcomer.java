package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.parley.testsupport.FreePort;
import dev.parley.testsupport.PackagedParley;

/** From the README's first command in a fresh clone to the first answer in the demo shop, with the packages at hand. */
final class Newcomer {
    private static final double LONGEST_S = 600;
    private static final String QUESTION = "How much does shipping cost?";

    private final Figures figures;

    Newcomer(Figures figures) {
        this.figures = figures;
    }

    void measure(Subject subject, Path folder, int round) throws Exception {
        Path clone = folder.resolve("clone");
        new ProcessBuilder("git", "clone", "--quiet", "--shared", ".", clone.toString()).inheritIO().start().waitFor();
        int port = FreePort.choose();
        ProcessBuilder command = new ProcessBuilder("./mvnw", "quarkus:dev", "-Dquarkus.analytics.disabled=true",
                "-Ddebug=false").directory(clone.toFile());
        command.environment().putAll(Map.of("QUARKUS_HTTP_PORT", Integer.toString(port), "QUARKUS_MANAGEMENT_PORT", "0",
                "PARLEY_BOOTSTRAP_API_KEY", PackagedParley.API_KEY));
        figures.add(Row.loadBefore(Options.NEWCOMER), subject, round, ProcessFigures.load());
        Service service = Running.start(() -> Service.start(command, Files.createDirectories(clone.resolve("data")),
                port));
        try {
            while (!answers(port)) {
                service.requireAlive();
                if (service.secondsSinceStart() > LONGEST_S) {
                    throw new IOException("No answer within " + LONGEST_S + " s");
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
            figures.add(Row.NEWCOMER, subject, round, service.secondsSinceStart());
        } finally {
            Running.stop(service);
        }
    }

    private static boolean answers(int port) {
        try (HttpConnection connection = new HttpConnection(port)) {
            String conversation = Chat.PARLEY.open(connection);
            connection.post("/v1/conversations/" + conversation + "/messages", "{\"text\":\"" + QUESTION + "\"}",
                    "Authorization: Bearer " + PackagedParley.API_KEY, "Content-Type: application/json");
            return connection.text().contains("4.90");
        } catch (IOException notYet) {
            return false;
        }
    }
}
