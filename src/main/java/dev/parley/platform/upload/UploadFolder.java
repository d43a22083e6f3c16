package dev.parley.platform.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** This process's folder for uploads in the system's temporary folder. Removes those of dead processes. */
@ApplicationScoped
class UploadFolder {
    private static final Logger LOG = Logger.getLogger(UploadFolder.class);
    private static final String PREFIX = "parley-uploads-";

    private final long me = ProcessHandle.current().pid();
    private final Path folder;

    UploadFolder() {
        Path above = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            removeLeftovers(above);
            folder = Files.createTempDirectory(above, PREFIX + me + "-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path path() {
        return folder;
    }

    private void removeLeftovers(Path above) throws IOException {
        try (Stream<Path> all = Files.list(above)) {
            all.filter(path -> path.getFileName().toString().startsWith(PREFIX)).filter(this::isLeftOver)
                    .forEach(UploadFolder::remove);
        }
    }

    /** In a container every process may have the same id; this one has written nothing yet. */
    private boolean isLeftOver(Path path) {
        String pid = path.getFileName().toString().substring(PREFIX.length()).replaceFirst("-.*", "");
        return pid.matches("\\d{1,18}")
                && (Long.parseLong(pid) == me || ProcessHandle.of(Long.parseLong(pid)).isEmpty());
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException notOurs) {
            LOG.debugf("%s cannot be removed: %s", folder, notOurs);
        }
    }

    @PreDestroy
    void remove() {
        remove(folder);
    }
}
