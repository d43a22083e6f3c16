package dev.parley.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The migrations that this program has, without running them. */
final class MigrationFiles {
    static final String FOLDER = "db/migration";
    private static final String ONE_OF_THEM = FOLDER + "/V1__tenant.sql";

    private MigrationFiles() {}

    /** Changes if a file is added or changed. Empty if the class loader cannot tell, as in dev mode. */
    static Optional<String> fingerprint(ClassLoader loader) {
        URL url = loader.getResource(ONE_OF_THEM);
        if (url == null) {
            return Optional.empty();
        }
        try {
            return switch (url.getProtocol()) {
                case "jar" -> Optional.of(hash(inJar(jarOf(url))));
                case "file" -> Optional.of(hash(inFolder(Path.of(URI.create(url.toString())).resolveSibling(""))));
                default -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checksums by name. A jar has them in its directory, so that nothing is read. */
    private static SortedMap<String, Long> inJar(Path file) throws IOException {
        SortedMap<String, Long> files = new TreeMap<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            jar.stream().filter(entry -> entry.getName().startsWith(FOLDER + "/") && !entry.isDirectory())
                    .forEach(entry -> files.put(entry.getName().substring(FOLDER.length() + 1), entry.getCrc()));
        }
        return files;
    }

    private static Path jarOf(URL entry) {
        return Path.of(URI.create(entry.getPath().substring(0, entry.getPath().lastIndexOf("!/"))));
    }

    private static SortedMap<String, Long> inFolder(Path folder) throws IOException {
        SortedMap<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                CRC32 checksum = new CRC32();
                checksum.update(Files.readAllBytes(file));
                files.put(file.getFileName().toString(), checksum.getValue());
            }
        }
        return files;
    }

    private static String hash(SortedMap<String, Long> files) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(files.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
