package dev.parley.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import dev.parley.testsupport.PackagedParley;
import dev.parley.testsupport.ScriptedModel;

/** The JVM's start cache (JEP 514 and 515): classes and profiles of a training run. Valid for one Java and these files. */
final class StartCache {
    static final int FIRST_JAVA = 25;
    /** The JVM writes the cache after the service has stopped. */
    private static final Duration WRITING = Duration.ofMinutes(5);

    private StartCache() {}

    /** Afterwards no file of the program may get another time. */
    static Path make(ProgramFolder folder, JavaHome java, Path data) throws IOException {
        Path cache = folder.app().resolve("parley.aot");
        Files.deleteIfExists(cache);
        Instant time = folder.touch();
        ProgramFolder.remove(data);
        Files.createDirectories(data);
        try (ScriptedModel model = ScriptedModel.start();
                PackagedParley parley = new PackagedParley(data).startedBy(folder.program().toString())
                        .with("JAVA_HOME", java.root().toString())
                        .with("PARLEY_JAVA_OPTS", "-XX:AOTCacheOutput=" + cache)
                        .with("OPENAI_BASE_URL", model.baseUrl().toString()).with("PARLEY_LIMITS", "off")
                        .start()) {
            new Training(parley).run();
            parley.stop(WRITING);
        }
        if (!Files.exists(cache)) {
            throw new IOException("The JVM wrote no cache; see the log beside " + data);
        }
        Path validity = folder.app().resolve("parley.aot.for");
        Files.writeString(validity,
                java.version() + "\n" + java.vendor() + "\n" + time.getEpochSecond() + "\n");
        Files.setLastModifiedTime(validity, FileTime.from(time));
        Files.setLastModifiedTime(cache, FileTime.from(time));
        prove(folder, java, data);
        return cache;
    }

    /** Starts with the cache from another folder, as everybody will: a JVM may fail to, instead of ignoring the cache. */
    private static void prove(ProgramFolder folder, JavaHome java, Path data) throws IOException {
        Path elsewhere = Files.move(folder.root(), folder.root().resolveSibling("moved"));
        try (PackagedParley parley = new PackagedParley(data)
                .startedBy(new ProgramFolder(elsewhere).program().toString())
                .with("JAVA_HOME", java.root().toString())
                // `on`: a cache that does not fit is an error.
                .with("PARLEY_JAVA_OPTS", "-XX:AOTMode=on -XX:AOTCache=" + elsewhere + "/app/parley.aot").start()) {
            parley.stop();
        } finally {
            Files.move(elsewhere, folder.root());
        }
    }
}
