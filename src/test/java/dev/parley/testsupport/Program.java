package dev.parley.testsupport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs external programs: clients in other languages. */
public final class Program {
    private Program() {}

    /** Whether it is on the path. */
    public static boolean isThere(String name) {
        if (Path.of(name).isAbsolute()) {
            return Files.isExecutable(Path.of(name));
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(java.io.File.pathSeparator, -1)).filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Returns the output; fails if the program fails. */
    public static String run(Path folder, String... command) throws IOException, InterruptedException {
        return run(folder, Map.of(), command);
    }

    public static String run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path complaints = Files.createTempFile("parley-program", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectError(complaints.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + printed
                    + Files.readString(complaints));
        }
        Files.delete(complaints);
        return printed;
    }
}
