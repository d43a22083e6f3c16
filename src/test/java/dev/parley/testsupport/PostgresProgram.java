package dev.parley.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The PostgreSQL binaries, unpacked once for all tests, because unpacking takes longer than starting. */
public final class PostgresProgram {
    private PostgresProgram() {}

    /** Links the binaries to where a new data directory would unpack them. */
    public static void linkInto(Path data) throws IOException {
        Path program = Files.createDirectories(Path.of("target", "postgres-program")).toAbsolutePath();
        Files.createSymbolicLink(data.resolve("postgres-program"), program);
    }
}
