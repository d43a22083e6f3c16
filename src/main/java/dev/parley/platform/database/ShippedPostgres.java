package dev.parley.platform.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import dev.parley.platform.PrivateFile;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;

/**
 * PostgreSQL as the archive and the image bring it: unpacked, and with a cluster that has the schema. Saves a first start
 * 3 s. The jar alone brings it packed, for the library to unpack.
 */
public record ShippedPostgres(Path folder) {
    /** Beside the program's jar. */
    public static final String FOLDER = "postgres";
    private static final String JAR = "quarkus-run.jar";
    public static final String PROGRAM = "program";
    public static final String CLUSTER = "cluster.zip";
    private static final List<String> PARTS = List.of("bin", "lib", "share");
    /** The library takes a program that is newer than its mark for half unpacked. */
    private static final FileTime AFTER_ALL = FileTime.from(Instant.parse("2100-01-01T00:00:00Z"));

    /** Empty if the class path is not the archive's program. */
    public static Optional<ShippedPostgres> find(String classPath) {
        return Optional.of(classPath).filter(path -> path.endsWith(JAR))
                .map(jar -> Path.of(jar).toAbsolutePath().normalize().resolveSibling(FOLDER))
                .filter(folder -> Files.isExecutable(folder.resolve(PROGRAM).resolve("bin/postgres")))
                .map(ShippedPostgres::new);
    }

    /** Links the program to where the library would unpack it. */
    PgBinaryResolver link(Path programs) throws IOException {
        byte[] packed = folder.toString().getBytes(StandardCharsets.UTF_8);
        Path place = Files.createDirectories(programs.resolve("PG-" + digest(packed)));
        for (String part : PARTS) {
            try {
                Files.createSymbolicLink(place.resolve(part), folder.resolve(PROGRAM).resolve(part));
            } catch (FileAlreadyExistsException linkedBefore) {
                // To the same folder, whose name is in the place's.
            }
        }
        Path mark = place.resolve(".exists");
        if (!Files.exists(mark)) {
            Files.createFile(mark);
        }
        Files.setLastModifiedTime(mark, AFTER_ALL);
        return (system, processor) -> new ByteArrayInputStream(packed);
    }

    /** As the library names the folder of what it unpacks. */
    private static String digest(byte[] packed) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(packed));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Unpacks the cluster, if the archive has one, and waits until it is on disk: it is about to be marked as finished. */
    void copyCluster(Path cluster, Path log) throws IOException {
        Path packed = folder.resolve(CLUSTER);
        if (!Files.exists(packed)) {
            return;
        }
        // PostgreSQL refuses a folder that others may read.
        PrivateFile.closeFolder(Files.createDirectories(cluster));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = cluster.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.copy(zip, path);
                }
            }
        }
        sync(cluster, log);
    }

    private void sync(Path cluster, Path log) throws IOException {
        String initdb = folder.resolve(PROGRAM).resolve("bin/initdb").toString();
        Process process = new ProcessBuilder(initdb, "--sync-only", "-D", cluster.toString()).redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile())).start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("The new cluster could not be written to disk.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
