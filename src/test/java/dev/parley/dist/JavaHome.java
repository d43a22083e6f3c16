package dev.parley.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import java.util.spi.ToolProvider;

/** A Java installation, as its file {@code release} describes it. */
record JavaHome(Path root) {
    /** What jdeps finds in the libraries, and what is found by name: agents, charsets, profiling, the user's number. */
    private static final List<String> MODULES = List.of("java.base", "java.compiler", "java.desktop", "java.instrument",
            "java.management", "java.naming", "java.net.http", "java.rmi", "java.security.jgss", "java.sql",
            "java.transaction.xa", "jdk.charsets", "jdk.crypto.ec", "jdk.jfr", "jdk.localedata", "jdk.management",
            "jdk.naming.dns", "jdk.net", "jdk.security.auth", "jdk.unsupported", "jdk.zipfs");

    static JavaHome current() {
        return new JavaHome(Path.of(System.getProperty("java.home")));
    }

    /** A Java of this JDK's modules that Parley needs, a third of its size. Replaces what is in the folder. */
    JavaHome link(Path folder) throws IOException {
        ProgramFolder.remove(folder);
        int failed = ToolProvider.findFirst("jlink").orElseThrow().run(System.out, System.err, "--add-modules",
                String.join(",", MODULES), "--strip-debug", "--no-header-files", "--no-man-pages", "--output",
                folder.toString());
        if (failed != 0) {
            throw new IOException("jlink failed");
        }
        JavaHome linked = new JavaHome(folder);
        // jlink does not write them, and bin/parley compares them with those of the start cache.
        Files.writeString(folder.resolve("release"),
                "JAVA_RUNTIME_VERSION=\"%s\"\nIMPLEMENTOR=\"%s\"\n".formatted(version(), vendor()),
                StandardOpenOption.APPEND);
        return linked;
    }

    String version() throws IOException {
        return property("JAVA_RUNTIME_VERSION");
    }

    String vendor() throws IOException {
        return property("IMPLEMENTOR");
    }

    private String property(String name) throws IOException {
        Properties properties = new Properties();
        try (var release = Files.newBufferedReader(root.resolve("release"))) {
            properties.load(release);
        }
        return properties.getProperty(name, "").replace("\"", "");
    }
}
