package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.parley.faq.SearchBench;
import dev.parley.testsupport.ScriptedModel;

/**
 * Measures Parley and a bare sample in turn, each as a process on loopback with the same model server, and prints the
 * figures as Markdown. See `src/test/peer/compare.sh`.
 */
final class Comparison {
    private final Options options;
    private final Figures figures = new Figures();
    private final Report report;

    private final Path folder;

    private Comparison(Options options) throws IOException {
        this.options = options;
        this.folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")).toAbsolutePath(),
                "compare-");
        this.report = new Report(options, figures);
    }

    private interface Part {
        void measure(Subject subject, Path folder, int round) throws Exception;
    }

    public static void main(String... args) throws Exception {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        // The figures' decimal points.
        Locale.setDefault(Locale.ROOT);
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        Comparison comparison = new Comparison(options);
        Runtime.getRuntime().addShutdownHook(new Thread(comparison::cleanUp, "clean up"));
        Thread.ofPlatform().daemon().name("time limit").start(comparison::endAtLimit);
        comparison.run();
        comparison.report.print();
        // The embedded database's threads would keep the process alive.
        System.exit(0);
    }

    private void endAtLimit() {
        try {
            Thread.sleep(options.limit());
        } catch (InterruptedException e) {
            return;
        }
        report.failed("the rest: " + options.limit().toMinutes() + " minutes were over");
        report.print();
        System.exit(1);
    }

    private void cleanUp() {
        Running.stopAll();
        try {
            Template.delete(folder);
        } catch (IOException e) {
            System.err.println("Left over: " + folder + " (" + e + ")");
        }
    }

    private void run() throws IOException {
        try (ScriptedModel model = ScriptedModel.start().forgetRequests().always(Chat.reply())) {
            Launcher launcher = new Launcher(options, model);
            Template templates = new Template(launcher, folder);
            Measurement measurement = new Measurement(options, model, launcher, figures);
            for (int round = 1; round <= options.runs(); round++) {
                if (options.wants(Options.START)) {
                    each(Options.START, measurement::starts, round);
                }
                if (options.wants(Options.TURNS) || options.wants(Options.FIRST) || options.wants(Options.DELTAS)) {
                    each(Options.TURNS, measurement::turns, round);
                }
                alone(launcher, templates, round);
            }
        }
    }

    /** What the sample has nothing like. */
    private void alone(Launcher launcher, Template templates, int round) throws IOException {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put(Options.FLAT, (subject, own, number) -> new Flatness(options, launcher, templates, figures)
                .measure(own, number));
        parts.put(Options.PURGE, new LivePurge(options, launcher, templates, figures)::measure);
        parts.put(Options.SOCKETS, new IdleSockets(options, launcher, figures)::measure);
        parts.put(Options.SEARCH, (subject, own, number) -> figures.add(Row.SEARCH, subject, number,
                SearchBench.p99()));
        parts.put(Options.WIDGET, (subject, own, number) -> WidgetSizes.measure(figures, number));
        parts.put(Options.NEWCOMER, new Newcomer(figures)::measure);
        for (String part : parts.keySet()) {
            if (options.wants(part)) {
                one(part, Subject.PARLEY, parts.get(part), round);
            }
        }
    }

    private void each(String part, Part measure, int round) throws IOException {
        // In every other round backwards, so that none always follows the same one.
        List<Subject> order = new ArrayList<>(options.subjects());
        if (round % 2 == 0) {
            Collections.reverse(order);
        }
        for (Subject subject : order) {
            if (!subject.hasPart(part)) {
                continue;
            }
            one(part, subject, measure, round);
        }
    }

    private void one(String part, Subject subject, Part measure, int round) throws IOException {
        System.err.printf("%tT round %d of %d: %s, %s%n", System.currentTimeMillis(), round, options.runs(), part,
                subject.option());
        Path own = Files.createTempDirectory(folder, part + "-");
        try {
            measure.measure(subject, own, round);
            Template.delete(own);
        } catch (Exception e) {
            report.failed(subject.title() + ", " + part + ", round " + round + ": " + e);
            System.err.println(e);
        }
    }
}
