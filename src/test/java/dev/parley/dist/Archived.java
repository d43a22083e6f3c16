package dev.parley.dist;

import java.io.IOException;
import java.nio.file.Path;

/** The program as the archive has it, for integration tests. */
public final class Archived {
    private Archived() {}

    /** Lays its folder out and returns the path of bin/parley. */
    public static Path program() throws IOException {
        Path project = Path.of("").toAbsolutePath();
        ProgramFolder folder = ProgramFolder.lay(project.resolve("target/it/archive"), project, Platform.current());
        ServerFolder.add(folder, project.resolve("target/it/cluster"));
        return folder.program();
    }
}
