package dev.parley.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A figure that Parley is to reach: a share of the sample's in the same round, or without a sample an absolute value.
 */
record Bar(String row, Subject subject, @Nullable String peerRow, @Nullable Subject peer, double most) {
    static List<Bar> all(Options options) {
        List<Bar> bars = new ArrayList<>();
        bars.add(share(Row.ready(Row.FIRST_START), Subject.PARLEY, Row.answer(Row.FIRST_START), Subject.SAMPLE, 0.6));
        bars.add(share(Row.ready(Row.RESTART), Subject.PARLEY, Row.answer(Row.RESTART), Subject.SAMPLE, 0.4));
        boolean cached = String.join(" ", options.parley()).contains("AOTCache") || options.parleyJvm()
                .contains("AOTCache");
        bars.add(share(Row.ready(Row.RESTART), Subject.PARLEY_EXTERNAL, Row.answer(Row.RESTART), Subject.SAMPLE,
                cached ? 0.15 : 0.35));
        bars.add(absolute(Row.ready(Row.RESTART), Subject.PARLEY_EXTERNAL, cached ? 1.2 : 2.5));
        bars.add(absolute(Row.IDLE, Subject.PARLEY_256M, 250));
        bars.add(absolute(Row.IDLE_POSTGRES, Subject.PARLEY_256M, 60));
        for (int i = 1; i < options.blocks().size(); i++) {
            String row = Row.cpuPerTurn(options.blocks().get(i - 1), options.blocks().get(i));
            bars.add(share(row, Subject.PARLEY, row, Subject.SAMPLE, 0.8));
            bars.add(share(row, Subject.PARLEY_256M, row, Subject.SAMPLE, 0.8));
            bars.add(share(row, Subject.PARLEY_EMBEDDING_SERVER, row, Subject.SAMPLE_PLAIN, 1.25));
            bars.add(absolute(row, Subject.PARLEY_EMBEDDING_SERVER, options.blocks().get(i) <= 5_000 ? 3.5 : 2));
        }
        bars.add(absolute(Row.memoryAfter(5_000), Subject.PARLEY_256M, 400));
        // No growth, within what a collection more or less changes.
        bars.add(share(Row.memoryAfter(options.blocks().getLast()), Subject.PARLEY_256M, Row.memoryAfter(5_000),
                Subject.PARLEY_256M, 1.1));
        bars.add(absolute(Row.FAILED, Subject.PARLEY, 0));
        bars.add(absolute(Row.overP50(Options.FIRST), Subject.PARLEY, 8));
        bars.add(absolute(Row.overP99(Options.FIRST), Subject.PARLEY, 25));
        bars.add(absolute(Row.overP50(Options.FIRST), Subject.PARLEY_EMBEDDING_SERVER, 3));
        bars.add(absolute(Row.overP50(Options.DELTAS), Subject.PARLEY, 2));
        bars.addAll(alone());
        return bars;
    }

    /** Of Parley without a counterpart in the sample. */
    private static List<Bar> alone() {
        List<Bar> bars = new ArrayList<>();
        for (String kind : Options.FILLINGS) {
            bars.add(absolute(Row.flat(kind, Row.TIMES_EMPTY), Subject.PARLEY, 1.05));
        }
        bars.add(absolute(Row.SEARCH, Subject.PARLEY, 10));
        bars.add(absolute(Row.SOCKET_HEAP, Subject.PARLEY, 20));
        bars.add(absolute(Row.PURGE_SECONDS, Subject.PARLEY, 120));
        bars.add(absolute(Row.LIVE_TIMES, Subject.PARLEY, 1.2));
        bars.add(absolute(Row.WIDGET_FIRST, Subject.PARLEY, 4_000));
        bars.add(absolute(Row.WIDGET_CONVERSATION, Subject.PARLEY, 26_000));
        bars.add(absolute(Row.NEWCOMER, Subject.PARLEY, 45));
        return bars;
    }

    private static Bar share(String row, Subject subject, String peerRow, Subject peer, double most) {
        return new Bar(row, subject, peerRow, peer, most);
    }

    private static Bar absolute(String row, Subject subject, double most) {
        return new Bar(row, subject, null, null, most);
    }

    /** A line of the table, or nothing if one side was not measured. */
    String line(Figures figures) {
        Collection<Double> ours = figures.values(row, subject);
        if (peer == null || peerRow == null) {
            return ours.isEmpty() ? "" : line(Figures.text(ours), "", "", Figures.median(ours));
        }
        Collection<Double> ratios = figures.ratios(row, subject, peerRow, peer);
        return ratios.isEmpty()
                ? ""
                : line(Figures.text(ours), Figures.text(figures.values(peerRow, peer)) + " (" + peer.title() + ")",
                        Figures.text(ratios), Figures.median(ratios));
    }

    private String line(String ours, String theirs, String ratio, double reached) {
        return "| %s: %s | %s | %s | %s | ≤ %s | %s |%n".formatted(subject.title(), row, ours, theirs, ratio,
                Double.toString(most).replaceFirst("\\.0$", ""), reached <= most ? "yes" : "no");
    }
}
