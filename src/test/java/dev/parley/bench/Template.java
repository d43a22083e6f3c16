package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import dev.parley.platform.database.EmbeddedDatabase;

/** Data directories of services that have run once and, for some, were filled. Each is made once and copied. */
final class Template {
    private final Launcher launcher;
    private final Path folder;
    private final Map<String, Path> made = new HashMap<>();

    Template(Launcher launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    interface Fill {
        void into(Filling database) throws SQLException;
    }

    /** A copy in `place`; the first one of that name waits for a start and the filling. */
    Path copy(String name, Fill fill, Path place) throws Exception {
        if (!made.containsKey(name)) {
            made.put(name, make(name, fill));
        }
        Path from = made.get(name);
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, place.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
        return place;
    }

    private Path make(String name, Fill fill) throws Exception {
        Path data = Files.createDirectories(folder.resolve("template-" + name));
        launcher.withService(Subject.PARLEY, new Launcher.Place(data, null), Ready::await);
        EmbeddedDatabase database = Running.start(() -> EmbeddedDatabase.start(data));
        try (Filling filling = new Filling(database)) {
            fill.into(filling);
        } finally {
            Running.stop(database);
        }
        return data;
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
