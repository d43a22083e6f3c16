package dev.parley.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/** The files in the upload folder of a Parley in this process. */
public final class UploadedFiles {
    private UploadedFiles() {}

    /** They are deleted just after the response. */
    public static void areGone() {
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> all().isEmpty());
    }

    public static List<Path> all() {
        String prefix = "parley-uploads-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(folder -> folder.getFileName().toString().startsWith(prefix))
                    .flatMap(folder -> files(folder).stream()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
