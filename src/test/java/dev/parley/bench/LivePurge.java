package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import dev.parley.bench.Launcher.Place;
import dev.parley.platform.database.EmbeddedState;

/** How long a purge of many old messages takes, and what visitors notice of it. */
final class LivePurge {
    private static final int WARM_UP = 2_000;
    private static final int VISITORS = 4;
    private static final double CALM_S = 60;
    private static final double LONGEST_S = 600;
    private static final long PAUSE_NANOS = 250_000_000;
    private static final String DONE = """
            SELECT EXTRACT(EPOCH FROM finished_at - started_at) FROM purge_run
            WHERE outcome = 'done' ORDER BY started_at DESC LIMIT 1""";

    private final Options options;
    private final Launcher launcher;
    private final Template templates;
    private final Figures figures;

    LivePurge(Options options, Launcher launcher, Template templates, Figures figures) {
        this.options = options;
        this.launcher = launcher;
        this.templates = templates;
        this.figures = figures;
    }

    void measure(Subject subject, Path folder, int round) throws Exception {
        templates.copy(Row.FLAT_MESSAGES, filling -> filling.messages(options.number("--messages")), folder);
        launcher.withService(subject, new Place(folder, null, java.util.Map.of("PARLEY_RETENTION_DAYS", "1")),
                service -> measure(service, folder, subject, round));
    }

    private void measure(Service service, Path data, Subject subject, int round) throws Exception {
        Ready.await(service);
        // Before the first minute is over, when the schedule first looks.
        EmbeddedState.Running running = (EmbeddedState.Running) EmbeddedState.of(data);
        try (Connection database = DriverManager.getConnection(running.jdbcUrl(), running.owner(),
                running.password()); Statement statement = database.createStatement()) {
            statement.execute("UPDATE purge_lease SET due_at = 'infinity'");
            Load load = new Load(Chat.PARLEY, service.port());
            load.turns(WARM_UP, options.atOnce());
            Ready.awaitQuiet(service);
            figures.add(Row.loadBefore(Options.PURGE), subject, round, ProcessFigures.load());
            long calmUntil = System.nanoTime() + (long) (CALM_S * 1e9);
            List<Double> before = live(service, () -> System.nanoTime() < calmUntil);
            statement.execute("UPDATE purge_lease SET due_at = now()");
            long limit = System.nanoTime() + (long) (LONGEST_S * 1e9);
            // The schedule looks once a minute, so that the first turns may come before the purge.
            await(statement, "SELECT 1 FROM purge_run", limit);
            List<Double> during = live(service, () -> System.nanoTime() < limit && seconds(statement) < 0);
            figures.add(Row.PURGE_SECONDS, subject, round, seconds(statement));
            figures.add(Row.LIVE_BEFORE, subject, round, p99(before));
            figures.add(Row.LIVE_DURING, subject, round, p99(during));
            figures.add(Row.LIVE_TIMES, subject, round, p99(during) / p99(before));
        }
    }

    private static void await(Statement statement, String sql, long limit) throws SQLException {
        while (System.nanoTime() < limit) {
            try (var rows = statement.executeQuery(sql)) {
                if (rows.next()) {
                    return;
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Of the finished purge; negative before. */
    private static double seconds(Statement statement) {
        try (var rows = statement.executeQuery(DONE)) {
            return rows.next() ? rows.getDouble(1) : -1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Milliseconds of whole turns, of a few visitors who pause between them. */
    private static List<Double> live(Service service, BooleanSupplier goesOn) throws InterruptedException {
        List<Double> times = Collections.synchronizedList(new ArrayList<>());
        Load load = new Load(Chat.PARLEY, service.port());
        List<Thread> visitors = new ArrayList<>();
        var open = new java.util.concurrent.atomic.AtomicBoolean(true);
        for (int i = 0; i < VISITORS; i++) {
            visitors.add(Thread.ofPlatform().daemon().start(() -> visit(service.port(), load, open::get, times)));
        }
        while (goesOn.getAsBoolean()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        open.set(false);
        for (Thread visitor : visitors) {
            visitor.join();
        }
        return times;
    }

    private static void visit(int port, Load load, BooleanSupplier open, List<Double> times) {
        try (HttpConnection connection = new HttpConnection(port)) {
            while (open.getAsBoolean()) {
                String conversation = Chat.PARLEY.open(connection);
                for (int i = 0; i < 5; i++) {
                    long began = System.nanoTime();
                    load.ask(connection, conversation);
                    times.add((System.nanoTime() - began) / 1e6);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        } catch (IOException e) {
            times.add(Double.POSITIVE_INFINITY);
        }
    }

    private static double p99(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.round(sorted.size() * 0.99)));
    }
}
