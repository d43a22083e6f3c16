package dev.parley.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Port;

/**
 * The container image as a tar, made by Jib without a container engine. Runs as a user with a number, for
 * {@code runAsNonRoot}, and writes to {@code /data} and {@code /tmp} only.
 */
final class ContainerImage {
    static final String USER = "10001:10001";
    static final String HOME = "/opt/parley";
    static final String JAVA = "/opt/java";
    private static final FilePermissions EXECUTABLE = FilePermissions.fromOctalString("755");
    private static final FilePermissions READABLE = FilePermissions.fromOctalString("644");
    private static final FilePermissions PRIVATE = FilePermissions.fromOctalString("700");
    private static final FilePermissions FOR_ALL = FilePermissions.fromOctalString("777");

    private final JibContainerBuilder image;
    private final Instant time;

    private ContainerImage(JibContainerBuilder image, Instant time) {
        this.image = image;
        this.time = time;
    }

    /** @param base an image with Java: a registry's, or {@code tar://} and a file */
    static ContainerImage on(String base, Instant time) throws IOException {
        try {
            return new ContainerImage(Jib.from(base), time);
        } catch (InvalidImageReferenceException e) {
            throw new IOException(e);
        }
    }

    /** On this machine's C library and the given Java alone. */
    static ContainerImage onScratch(JavaHome java, Map<String, Path> system, Path accounts, Instant time)
            throws IOException {
        ContainerImage image = new ContainerImage(Jib.fromScratch(), time);
        FileEntriesLayer.Builder files = FileEntriesLayer.builder().setName("system");
        for (Map.Entry<String, Path> file : system.entrySet()) {
            files.addEntry(file.getValue(), AbsoluteUnixPath.get(file.getKey()), EXECUTABLE, time);
        }
        // initdb asks for the user's name.
        Files.writeString(accounts, "root:x:0:0::/:/bin/sh\nparley:x:10001:10001::/data:/bin/sh\n");
        files.addEntry(accounts, AbsoluteUnixPath.get("/etc/passwd"), READABLE, time);
        image.image.addFileEntriesLayer(files.build());
        image.addFolder("java", java.root(), JAVA);
        image.image.addEnvironmentVariable("JAVA_HOME", JAVA);
        return image;
    }

    /** Replaces the file. */
    void write(ProgramFolder program, String name, Path file) throws IOException, InterruptedException {
        addFolder("libraries", program.app().resolve("lib"), HOME + "/app/lib");
        FileEntriesLayer.Builder rest = FileEntriesLayer.builder().setName("program");
        FileEntriesLayer.Builder cache = FileEntriesLayer.builder().setName("start cache");
        for (Path each : program.files()) {
            String path = program.root().relativize(each).toString();
            if (!path.startsWith("app/lib") && !path.startsWith("systemd") && Files.isRegularFile(each)) {
                (path.startsWith("app/parley.aot") ? cache : rest).addEntry(each,
                        AbsoluteUnixPath.get(HOME + "/" + path), permissions(each), time);
            }
        }
        // Jib copies a folder's name and rights without its files.
        rest.addEntry(program.root(), AbsoluteUnixPath.get("/data"), PRIVATE, time, USER);
        rest.addEntry(program.root(), AbsoluteUnixPath.get("/tmp"), FOR_ALL, time);
        image.addFileEntriesLayer(rest.build()).addFileEntriesLayer(cache.build())
                .setUser(USER).setWorkingDirectory(AbsoluteUnixPath.get("/data"))
                .addVolume(AbsoluteUnixPath.get("/data"))
                .addEnvironmentVariable("PARLEY_DATA_DIR", "/data").addEnvironmentVariable("HOME", "/tmp")
                .setExposedPorts(Port.tcp(8080), Port.tcp(9000))
                .setEntrypoint(List.of(HOME + "/bin/parley")).setCreationTime(time);
        Files.deleteIfExists(file);
        containerize(name, file);
    }

    private void containerize(String name, Path file) throws IOException, InterruptedException {
        try {
            Path layers = file.resolveSibling("jib");
            image.containerize(Containerizer.to(TarImage.at(file).named(name)).setToolName("Parley's build")
                    .setApplicationLayersCache(layers).setBaseImageLayersCache(layers));
        } catch (InvalidImageReferenceException | RegistryException | CacheDirectoryCreationException
                | ExecutionException e) {
            throw new IOException("Jib made no image: " + e.getMessage(), e);
        }
    }

    private void addFolder(String layer, Path folder, String path) throws IOException {
        FileEntriesLayer.Builder files = FileEntriesLayer.builder().setName(layer);
        files.addEntryRecursive(folder, AbsoluteUnixPath.get(path), (file, at) -> permissions(file),
                // The start cache is valid for these times only.
                (file, at) -> Instant.ofEpochMilli(file.toFile().lastModified()));
        image.addFileEntriesLayer(files.build());
    }

    private static FilePermissions permissions(Path file) {
        return Files.isDirectory(file) || Files.isExecutable(file) ? EXECUTABLE : READABLE;
    }
}
