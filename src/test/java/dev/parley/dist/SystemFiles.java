package dev.parley.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.parley.testsupport.Program;

/**
 * The part of this Linux that Java, ONNX Runtime and PostgreSQL need: the C and C++ libraries, and a shell, which
 * bin/parley and initdb run. Keys are paths in the image.
 */
final class SystemFiles {
    private static final List<String> LIBRARIES = List.of("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0",
            "librt.so.1", "libresolv.so.2", "libgcc_s.so.1", "libstdc++.so.6");
    /** Debian's descriptions of these libraries' licences. */
    private static final List<String> PACKAGES = List.of("libc6", "gcc-12-base", "gcc-14-base", "dash");
    /** initdb is called with this locale, which is in no library. */
    private static final Path LOCALE = Path.of("/usr/lib/locale/C.utf8");
    private static final Pattern FILE = Pattern.compile("(/\\S+) \\(0x");

    private SystemFiles() {}

    static Map<String, Path> find(JavaHome java) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        for (Path needed : neededBy(java.root().resolve("bin/java"))) {
            found.put(needed.toString(), needed.toRealPath());
            for (String library : LIBRARIES) {
                Path sibling = needed.resolveSibling(library);
                if (Files.exists(sibling)) {
                    found.put(sibling.toString(), sibling.toRealPath());
                }
            }
        }
        found.put("/bin/sh", Path.of("/bin/sh").toRealPath());
        if (Files.exists(LOCALE)) {
            try (Stream<Path> files = Files.walk(LOCALE)) {
                files.filter(Files::isRegularFile).forEach(file -> found.put(file.toString(), file));
            }
        }
        for (String name : PACKAGES) {
            Path copyright = Path.of("/usr/share/doc", name, "copyright");
            if (Files.exists(copyright)) {
                found.put(copyright.toString(), copyright.toRealPath());
            }
        }
        return found;
    }

    /** The loader and the libraries, as the loader itself finds them. */
    private static List<Path> neededBy(Path program) {
        try {
            // Java names its own libraries relative to the program.
            Matcher lines = FILE.matcher(Program.run(Path.of("."), "ldd", program.toString()));
            List<Path> files = new ArrayList<>();
            while (lines.find()) {
                if (!lines.group(1).contains("/../")) {
                    files.add(Path.of(lines.group(1)));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
