package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

import dev.parley.bench.Load.Overhead;
import dev.parley.testsupport.ScriptedModel;

/** Measures one subject, once. */
final class Measurement {
    private static final int STREAMS = 100;
    /** So that `first` or `deltas` alone does not measure the interpreter. */
    private static final int WARM_UP = 2_000;

    private final Options options;
    private final ScriptedModel model;
    private final Launcher launcher;
    private final Figures figures;

    Measurement(Options options, ScriptedModel model, Launcher launcher, Figures figures) {
        this.options = options;
        this.model = model;
        this.launcher = launcher;
        this.figures = figures;
    }

    void starts(Subject subject, Path folder, int round) throws Exception {
        figures.add(Row.loadBefore(Options.START), subject, round, ProcessFigures.load());
        launcher.withPlace(subject, folder, place -> {
            launcher.withService(subject, place, service -> start(subject, service, Row.FIRST_START, round));
            launcher.withService(subject, place, service -> {
                start(subject, service, Row.RESTART, round);
                LockSupport.parkNanos(options.idle().toNanos());
                figures.add(Row.IDLE, subject, round, service.resident());
                addPositive(Row.IDLE_POSTGRES, subject, round, service.memoryOfPostgres());
            });
        });
    }

    private void start(Subject subject, Service service, String kind, int round) throws IOException {
        Chat chat = Chat.of(subject);
        awaitReady(subject, service);
        try (HttpConnection connection = new HttpConnection(service.port())) {
            figures.add(Row.ready(kind), subject, round, service.secondsSinceStart());
            awaitAnswer(connection, chat, service);
            figures.add(Row.answer(kind), subject, round, service.secondsSinceStart());
            figures.add(Row.cpu(kind), subject, round, service.cpu());
            addPositive(Row.cpuOfPostgres(kind), subject, round, service.cpuOfOthers());
        }
    }

    private static void awaitReady(Subject subject, Service service) throws IOException {
        if (subject.isParley()) {
            Ready.await(service);
        } else {
            Ready.await(service, "/", false);
        }
    }

    private static void awaitAnswer(HttpConnection connection, Chat chat, Service service) throws IOException {
        String conversation = chat.open(connection);
        while (!chat.ask(connection, conversation, Chat.question(0)).whole()) {
            Ready.rest(service);
        }
    }

    void turns(Subject subject, Path folder, int round) throws Exception {
        launcher.withPlace(subject, folder,
                place -> launcher.withService(subject, place, service -> turns(subject, service, round)));
    }

    private void turns(Subject subject, Service service, int round) throws Exception {
        awaitReady(subject, service);
        Load load = new Load(Chat.of(subject), service.port());
        if (options.wants(Options.TURNS)) {
            figures.add(Row.loadBefore(Options.TURNS), subject, round, ProcessFigures.load());
            blocks(subject, service, load, round);
        } else {
            load.turns(WARM_UP, options.atOnce());
        }
        if (options.wants(Options.FIRST)) {
            figures.add(Row.loadBefore(Options.FIRST), subject, round, ProcessFigures.load());
            overhead(Options.FIRST, subject, round,
                    load.firstTokens(options.firstTokens(), model.baseUrl().getPort()));
        }
        if (options.wants(Options.DELTAS)) {
            figures.add(Row.loadBefore(Options.DELTAS), subject, round, ProcessFigures.load());
            overhead(Options.DELTAS, subject, round, deltas(load));
        }
    }

    private void blocks(Subject subject, Service service, Load load, int round) throws Exception {
        int from = 0;
        int failed = 0;
        int callsBefore = model.stats().requests();
        for (int to : options.blocks()) {
            double cpu = service.cpu();
            double others = service.cpuOfOthers();
            long began = System.nanoTime();
            failed += load.turns(to - from, options.atOnce());
            double seconds = (System.nanoTime() - began) / 1e9;
            service.requireAlive();
            double turns = to - from;
            figures.add(Row.cpuPerTurn(from, to), subject, round, (service.cpu() - cpu) * 1e3 / turns);
            addPositive(Row.postgresPerTurn(from, to), subject, round, (service.cpuOfOthers() - others) * 1e3 / turns);
            figures.add(Row.rate(from, to), subject, round, turns / seconds);
            figures.add(Row.memoryAfter(to), subject, round, service.resident());
            addPositive(Row.postgresAfter(to), subject, round, service.memoryOfPostgres());
            from = to;
        }
        figures.add(Row.FAILED, subject, round, failed);
        figures.add(Row.MODEL_CALLS, subject, round, (model.stats().requests() - callsBefore) / (double) from);
    }

    private void overhead(String part, Subject subject, int round, Overhead times) {
        figures.add(Row.direct(part), subject, round, times.direct());
        figures.add(Row.overP50(part), subject, round, times.overP50());
        figures.add(Row.overP99(part), subject, round, times.overP99());
    }

    private Overhead deltas(Load load) throws Exception {
        model.always(Chat.stampedReply());
        try {
            return load.deltas(STREAMS, model.baseUrl().getPort());
        } finally {
            model.always(Chat.reply());
        }
    }

    private void addPositive(String row, Subject subject, int round, double value) {
        if (value > 0) {
            figures.add(row, subject, round, value);
        }
    }
}
