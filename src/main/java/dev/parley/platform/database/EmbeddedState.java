package dev.parley.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a data directory tells about its PostgreSQL, without its lock, and without changing it. */
public sealed interface EmbeddedState {
    /** It has no complete cluster. */
    record Empty() implements EmbeddedState {}

    record Stopped() implements EmbeddedState {}

    record OtherVersion(String found, String expected) implements EmbeddedState {}

    /** Of a running Parley, or left over from a killed one. {@code where} is host and port. */
    record Running(String where, Path passwordFile) implements EmbeddedState {
        public String jdbcUrl() {
            return "jdbc:postgresql://" + where + "/postgres";
        }

        public String owner() {
            return EmbeddedRoles.OWNER;
        }

        public String service() {
            return EmbeddedRoles.SERVICE;
        }

        /** The owner's; the service's is in its memory only. */
        public String password() {
            return read(passwordFile);
        }
    }

    static EmbeddedState of(Path data) {
        Path cluster = data.resolve(DataDirectory.CLUSTER);
        if (!Files.exists(data.resolve(DataDirectory.FINISHED)) || !Files.exists(cluster.resolve("PG_VERSION"))) {
            return new Empty();
        }
        String version = read(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(DataDirectory.POSTGRES_MAJOR)) {
            return new OtherVersion(version, DataDirectory.POSTGRES_MAJOR);
        }
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile) || LeftoverPostgres.running(read(pidFile).lines().toList()).isEmpty()) {
            return new Stopped();
        }
        List<String> lines = read(pidFile).lines().toList();
        // PostgreSQL writes the port in the fourth line once it listens.
        return lines.size() < 4
                ? new Stopped()
                : new Running("127.0.0.1:" + lines.get(3).strip(), data.resolve(DataDirectory.PASSWORD));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
