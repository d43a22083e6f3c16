package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.parley.bench.Launcher.Place;

/**
 * What a turn costs beside much stored data. A filled and an empty service take blocks of turns by turns, so that other
 * programs and the JIT weigh on both alike.
 */
final class Flatness {
    private static final int WARM_UP = 2_000;

    private final Options options;
    private final Launcher launcher;
    private final Template templates;
    private final Figures figures;

    Flatness(Options options, Launcher launcher, Template templates, Figures figures) {
        this.options = options;
        this.launcher = launcher;
        this.templates = templates;
        this.figures = figures;
    }

    void measure(Path folder, int round) throws Exception {
        int messages = options.number("--messages");
        int shops = options.number("--shops");
        int entries = options.number("--entries");
        int entryShops = options.number("--entry-shops");
        beside(folder, Row.FLAT_MESSAGES, filling -> filling.messages(messages), round);
        beside(folder, Row.FLAT_SHOPS, filling -> filling.shops(shops, 3), round);
        beside(folder, Row.FLAT_ENTRIES, filling -> filling.shops(entryShops, entries), round);
        beside(folder, Row.FLAT_OWN_ENTRIES, filling -> filling.entriesOfDemo(entries), round);
    }

    private void beside(Path folder, String kind, Template.Fill fill, int round) throws Exception {
        if (!options.fillings().contains(kind)) {
            return;
        }
        System.err.printf("%tT flat: %s%n", System.currentTimeMillis(), kind);
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path filled = Files.createDirectories(folder.resolve("filled"));
        templates.copy("empty", nothing -> {}, empty);
        templates.copy(kind, fill, filled);
        launcher.withService(Subject.PARLEY, new Place(empty, null),
                one -> launcher.withService(Subject.PARLEY, new Place(filled, null),
                        other -> compare(new Side(one), new Side(other), kind, round)));
        Template.delete(empty);
        Template.delete(filled);
    }

    /** A service under measurement, with what each block has cost. */
    private final class Side {
        private final Service service;
        private final Load load;
        private final List<Double> java = new ArrayList<>();
        private final List<Double> postgres = new ArrayList<>();
        private final List<Double> both = new ArrayList<>();

        Side(Service service) throws IOException {
            this.service = service;
            this.load = new Load(Chat.PARLEY, service.port());
            Ready.await(service);
        }

        void turns(int count, boolean counts) throws Exception {
            double ours = service.cpu();
            double others = service.cpuOfOthers();
            if (load.turns(count, options.atOnce()) > 0) {
                throw new IOException("Turns failed");
            }
            if (counts) {
                java.add((service.cpu() - ours) * 1e3 / count);
                postgres.add((service.cpuOfOthers() - others) * 1e3 / count);
                both.add(java.getLast() + postgres.getLast());
            }
        }
    }

    private void compare(Side empty, Side filled, String kind, int round) throws Exception {
        Ready.awaitQuiet(empty.service);
        Ready.awaitQuiet(filled.service);
        figures.add(Row.loadBefore(kind), Subject.PARLEY, round, ProcessFigures.load());
        figures.add(Row.flat(kind, "RSS before its turns, MB"), Subject.PARLEY, round, filled.service.resident());
        figures.add(Row.flat(kind, "RSS of the empty one, MB"), Subject.PARLEY, round, empty.service.resident());
        empty.turns(WARM_UP, false);
        filled.turns(WARM_UP, false);
        for (int i = 0; i < options.number("--pairs"); i++) {
            (i % 2 == 0 ? empty : filled).turns(options.number("--block"), true);
            (i % 2 == 0 ? filled : empty).turns(options.number("--block"), true);
        }
        add(kind, "Java's CPU ms a turn", filled.java, round);
        add(kind, "Java's CPU ms a turn when empty", empty.java, round);
        add(kind, "PostgreSQL's CPU ms a turn", filled.postgres, round);
        add(kind, "PostgreSQL's CPU ms a turn when empty", empty.postgres, round);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < empty.both.size(); i++) {
            ratios.add(filled.both.get(i) / empty.both.get(i));
        }
        add(kind, Row.TIMES_EMPTY, ratios, round);
    }

    private void add(String kind, String what, List<Double> values, int round) {
        figures.add(Row.flat(kind, what), Subject.PARLEY, round, Figures.median(values));
    }
}
