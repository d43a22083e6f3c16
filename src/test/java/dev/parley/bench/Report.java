package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** The result as Markdown. */
final class Report {
    private final Options options;
    private final Figures figures;
    private final List<String> failures = new ArrayList<>();
    private boolean printed;

    Report(Options options, Figures figures) {
        this.options = options;
        this.figures = figures;
    }

    synchronized void failed(String what) {
        failures.add(what);
    }

    /** Once: at the time limit what was measured, and nothing at the end that follows. */
    synchronized void print() {
        if (!printed) {
            printed = true;
            System.out.println(text());
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder(conditions());
        text.append("\n\n").append(measured());
        String bars = Bar.all(options).stream().map(bar -> bar.line(figures)).collect(Collectors.joining());
        if (!bars.isEmpty()) {
            text.append("\n| figure | Parley | sample | ratio | bar | reached |\n|---|---|---|---|---|---|\n")
                    .append(bars);
        }
        failures.forEach(failure -> text.append("\nNot measured: ").append(failure).append('\n'));
        return text.toString();
    }

    private String measured() {
        StringBuilder table = new StringBuilder("| |");
        figures.subjects().forEach(subject -> table.append(' ').append(subject.title()).append(" |"));
        table.append("\n|---|").append("---|".repeat(figures.subjects().size())).append('\n');
        for (String row : figures.rows()) {
            table.append("| ").append(row).append(" |");
            figures.subjects().forEach(
                    subject -> table.append(' ').append(Figures.text(figures.values(row, subject))).append(" |"));
            table.append('\n');
        }
        return table.toString();
    }

    private String conditions() {
        return "%s, %d processors, JDK %s, Parley %s, %s; %d at once, medians of %d (minimum–maximum)%s.".formatted(
                Instant.now().toString().substring(0, 16) + "Z", Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"), parley(), sample(), options.atOnce(), options.runs(),
                options.parleyJvm().isEmpty() ? "" : ", Parley's JVM with `" + options.parleyJvm() + "`");
    }

    /** The commit of the work tree; the jar may be older, hence its time. */
    private static String parley() {
        try {
            Process git = new ProcessBuilder("git", "log", "-1", "--format=%h").start();
            String commit = git.inputReader().readLine();
            Path jar = Path.of("target/quarkus-app/quarkus-run.jar");
            return (commit == null ? "" : commit)
                    + (Files.exists(jar)
                            ? " (jar of " + Files.getLastModifiedTime(jar).toString().substring(0, 16) + "Z)"
                            : "");
        } catch (IOException e) {
            return "of an unknown commit";
        }
    }

    private String sample() {
        try (JarFile jar = new JarFile(options.sample().toFile())) {
            return "Spring Boot " + jar.getManifest().getMainAttributes().getValue("Spring-Boot-Version")
                    + ", Spring AI "
                    + jar.stream().map(entry -> entry.getName().replaceFirst(".*/", ""))
                            .filter(name -> name.startsWith("spring-ai-openai-")).findFirst().orElse("?")
                            .replaceAll("spring-ai-openai-|\\.jar", "");
        } catch (IOException e) {
            return "no sample";
        }
    }
}
