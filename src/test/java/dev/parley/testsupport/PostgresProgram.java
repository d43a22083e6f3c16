package dev.parley.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's program, unpacked once for all tests: unpacking takes longer than starting it. */
public final class PostgresProgram {
    private PostgresProgram() {}

    /** Lets a fresh data directory find the program where it would unpack it. */
    public static void linkInto(Path data) throws IOException {
        Path program = Files.createDirectories(Path.of("target", "postgres-program")).toAbsolutePath();
        Files.createSymbolicLink(data.resolve("postgres-program"), program);
    }
}
