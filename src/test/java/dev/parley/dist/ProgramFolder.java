package dev.parley.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The archive's folder: the program, its script, settings, unit and licences, without the start cache. */
record ProgramFolder(Path root) {
    private static final String PROGRAM = "bin/parley";
    private static final List<String> DOCS = List.of("operations.md", "settings.md");

    /** Replaces what is in the folder. */
    static ProgramFolder lay(Path root, Path project, Platform platform) throws IOException {
        remove(root);
        ProgramFolder folder = new ProgramFolder(Files.createDirectories(root));
        Trimming trimming = new Trimming(platform);
        copy(project.resolve("target/quarkus-app"), folder.app(), trimming::copy);
        copy(project.resolve("src/dist"), root, Files::copy);
        Files.copy(project.resolve("LICENSE"), root.resolve("LICENSE"));
        for (String page : DOCS) {
            Files.copy(project.resolve("src/docs").resolve(page),
                    Files.createDirectories(root.resolve("docs")).resolve(page));
        }
        Licences.collect(folder, project.resolve("web-widget"));
        Files.setPosixFilePermissions(folder.program(), PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    Path app() {
        return root.resolve("app");
    }

    Path program() {
        return root.resolve(PROGRAM);
    }

    List<Path> libraries() throws IOException {
        try (Stream<Path> all = Files.walk(app())) {
            return all.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** All files, with their folders before them. */
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.sorted().toList();
        }
    }

    /**
     * Gives all files the same time, in whole seconds as archives keep it. The start cache is valid only for libraries
     * with the times that they had when it was made.
     */
    Instant touch() throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
        return now;
    }

    /** In bytes. */
    long size() throws IOException {
        return sizeOf(root);
    }

    static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length()).sum();
        }
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private interface Copying {
        void copy(Path from, Path to) throws IOException;
    }

    private static void copy(Path from, Path to, Copying copying) throws IOException {
        UnaryOperator<Path> target = file -> to.resolve(from.relativize(file).toString());
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target.apply(file));
                } else {
                    copying.copy(file, target.apply(file));
                }
            }
        }
    }
}
