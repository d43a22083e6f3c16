package dev.parley.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Files during transcription, which continues after the sender disconnects. Leftovers go within the hour. */
@ApplicationScoped
class SoundFiles {
    private static final Logger LOG = Logger.getLogger(SoundFiles.class);
    private static final String PREFIX = "parley-voice-";
    /** Much longer than any transcription. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);

    private final Vertx vertx;
    private final Clock clock;
    private final Path directory = Path.of(System.getProperty("java.io.tmpdir"));

    SoundFiles(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    <T> Uni<T> work(Callable<T> blocking) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(blocking, false).toCompletionStage());
    }

    /** Takes the file over from its request; fails if the request has ended. */
    Uni<Path> own(Path uploaded) {
        return work(() -> taken(uploaded, fresh())).onFailure(NoSuchFileException.class)
                .transform(gone -> ParleyException.invalid("bad_form", "The connection broke. Send it again."));
    }

    private static Path taken(Path uploaded, Path to) throws IOException {
        try {
            return Files.move(uploaded, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException gone) {
            Files.deleteIfExists(to);
            throw gone;
        }
    }

    private Path fresh() throws IOException {
        return Files.createTempFile(directory, PREFIX, null);
    }

    Uni<Path> empty() {
        return work(this::fresh);
    }

    Uni<Void> append(Path file, byte[] bytes) {
        return work(() -> {
            try (OutputStream out = Files.newOutputStream(file, java.nio.file.StandardOpenOption.APPEND)) {
                out.write(bytes);
            }
            return null;
        });
    }

    Uni<byte[]> read(Path file, long from, int max) {
        return work(() -> {
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(from);
                return in.readNBytes(max);
            }
        });
    }

    Uni<Void> remove(@Nullable Path file) {
        return file == null ? Uni.createFrom().voidItem() : work(() -> {
            Files.deleteIfExists(file);
            return null;
        });
    }

    @Scheduled(every = "10m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> removeForgotten() {
        Instant before = clock.instant().minus(FORGOTTEN);
        return work(() -> {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "*")) {
                files.forEach(file -> removeOld(file, before));
            }
            return null;
        });
    }

    private static void removeOld(Path file, Instant before) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException gone) {
            LOG.debugf("A recording's file is gone already: %s", gone.getMessage());
        }
    }
}
