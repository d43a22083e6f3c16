package dev.parley.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.parley.platform.StartRefusedException;
import org.jboss.logging.Logger;

/** The PostgreSQL of a killed Parley. It is stopped, not adopted, so that this process owns its server. */
final class LeftoverPostgres {
    private static final Logger LOG = Logger.getLogger(LeftoverPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LeftoverPostgres() {}

    /** Call only while holding the data directory's lock. */
    static void stop(Path cluster) {
        Path pidFile = cluster.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            Optional<ProcessHandle> leftover = running(Files.readAllLines(pidFile));
            if (leftover.isPresent()) {
                LOG.infof("Stopping the PostgreSQL that an earlier Parley left running (process %d)",
                        leftover.get().pid());
                interrupt(leftover.get());
                leftover.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            // PostgreSQL refuses to start while any process has the number in this file, which after a reboot or in a
            // container is often another program.
            Files.deleteIfExists(pidFile);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new StartRefusedException(
                    "A PostgreSQL left over from an earlier run still holds " + cluster + " (" + e
                            + "). Stop the process named in the first line of " + pidFile + " and start again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException("Interrupted while waiting for an earlier PostgreSQL to stop.");
        }
    }

    /** The process that the lines of `postmaster.pid` name, unless another program has its number now. */
    static Optional<ProcessHandle> running(List<String> lines) {
        return pid(lines).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive)
                .filter(LeftoverPostgres::isPostgres);
    }

    private static Optional<Long> pid(List<String> lines) {
        try {
            return lines.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    /** SIGINT is PostgreSQL's fast shutdown; SIGTERM ({@link ProcessHandle#destroy}) would wait for its clients. */
    private static void interrupt(ProcessHandle process) throws IOException, InterruptedException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        } catch (IOException noSuchCommand) {
            process.destroy();
        }
    }
}
