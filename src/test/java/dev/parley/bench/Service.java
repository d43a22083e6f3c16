package dev.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running service, with the PostgreSQL that it may have started on its data directory. */
final class Service implements AutoCloseable {
    private static final int PATIENCE_S = 40;

    private final Process process;
    private final Path data;
    private final Path log;
    private final int port;
    private final long startedNanos = System.nanoTime();

    private Service(Process process, Path data, Path log, int port) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.port = port;
    }

    static Service start(ProcessBuilder command, Path data, int port) throws IOException {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        command.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        return new Service(command.start(), data, log, port);
    }

    int port() {
        return port;
    }

    double secondsSinceStart() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    /** Throws if it has ended. */
    void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("It ended with " + process.exitValue() + " and said last:\n" + lastWords());
        }
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    double cpu() {
        return ProcessFigures.cpu(java());
    }

    double resident() {
        return ProcessFigures.resident(java());
    }

    /** Of PostgreSQL and of programs that have ended, such as initdb. */
    double cpuOfOthers() {
        return ProcessFigures.cpuOfEndedChildren(java()) + postgres().stream()
                .mapToDouble(pid -> ProcessFigures.cpu(pid) + ProcessFigures.cpuOfEndedChildren(pid)).sum();
    }

    double memoryOfPostgres() {
        return ProcessFigures.proportional(postgres());
    }

    /** Output of a diagnostic command of the JVM. */
    String jcmd(String command) throws IOException {
        Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(java()), command).redirectErrorStream(true).start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The command may be a script. */
    private long java() {
        return ProcessFigures.withDescendants(process.pid()).stream()
                .filter(pid -> ProcessFigures.name(pid).equals("java")).findFirst()
                .orElseThrow(() -> new IllegalStateException("No JVM runs"));
    }

    /** PostgreSQL leaves its parent's process tree, so it is found by its own file. */
    private List<Long> postgres() {
        return postmaster().map(ProcessFigures::withDescendants).orElse(List.of());
    }

    private Optional<Long> postmaster() {
        try (var files = Files.find(data, 3, (file, attributes) -> file.endsWith("postmaster.pid"))) {
            Optional<Path> file = files.findFirst();
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(Files.readAllLines(file.get()).getFirst().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Optional<ProcessHandle> database = postmaster().flatMap(ProcessHandle::of);
        // Of a script, too, which does not pass the signal on.
        ProcessFigures.withDescendants(process.pid()).reversed().stream().map(ProcessHandle::of)
                .flatMap(Optional::stream).filter(each -> each.info().command().orElse("").endsWith("/java"))
                .forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                ProcessFigures.withDescendants(process.pid()).stream().map(ProcessHandle::of)
                        .flatMap(Optional::stream).forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        // Alive only if its owner did not stop it.
        database.ifPresent(ProcessHandle::destroy);
    }
}
