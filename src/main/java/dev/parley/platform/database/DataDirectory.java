package dev.parley.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

import dev.parley.platform.StartRefusedException;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL's folder, with a lock that the operating system releases when the process dies. */
final class DataDirectory implements AutoCloseable {
    /** Major version of the bundled binaries; they cannot open a cluster of another one. */
    static final String POSTGRES_MAJOR = "18";
    static final String CLUSTER = "postgres";
    static final String PASSWORD = "postgres-password";
    static final String FINISHED = "postgres-ready";

    private final Path root;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel lockFile, FileLock lock) {
        this.root = root;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static DataDirectory open(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            FileChannel channel = FileChannel.open(absolute.resolve("parley.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartRefusedException("Another Parley is running on the data directory " + absolute
                        + ". Stop it, or give this one its own with PARLEY_DATA_DIR.");
            }
            DataDirectory directory = new DataDirectory(absolute, channel, lock);
            directory.refuseOtherVersion();
            directory.removeUnfinishedCluster();
            return directory;
        } catch (IOException e) {
            throw new StartRefusedException("Cannot write to the data directory " + absolute + " (" + e
                    + "). Make it writable for this user, or name another with PARLEY_DATA_DIR.");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    Path cluster() {
        return root.resolve(CLUSTER);
    }

    Path program() {
        return root.resolve("postgres-program");
    }

    Path password() {
        return root.resolve(PASSWORD);
    }

    private Path finishedMark() {
        return root.resolve(FINISHED);
    }

    /** Marks the cluster as complete; before that it holds no data. */
    void markFinished() {
        try {
            if (!Files.exists(finishedMark())) {
                Files.createFile(finishedMark());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseOtherVersion() throws IOException {
        Path version = cluster().resolve("PG_VERSION");
        if (Files.exists(finishedMark()) && Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(POSTGRES_MAJOR)) {
                throw new StartRefusedException("The data directory " + root + " was written by PostgreSQL " + found
                        + ", but this Parley brings PostgreSQL " + POSTGRES_MAJOR
                        + ". Dump it with the old version and load it into a new directory, as src/docs/operations.md describes.");
            }
        }
    }

    /** PostgreSQL can neither open nor overwrite a cluster whose creation was interrupted. */
    private void removeUnfinishedCluster() throws IOException {
        if (Files.exists(finishedMark()) || !Files.exists(cluster())) {
            return;
        }
        try (Stream<Path> files = Files.walk(cluster(), new FileVisitOption[0])) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}
