package dev.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Linux says about processes, in seconds and MB (10⁶ bytes). */
final class ProcessFigures {
    /** Of {@code /proc/PID/stat}; the same on every machine. */
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDRENS_USER = 13;
    private static final int CHILDRENS_SYSTEM = 14;

    private ProcessFigures() {}

    static double cpu(long pid) {
        return ticks(pid, USER, SYSTEM);
    }

    /** Of children that have ended, such as the program that creates the cluster. */
    static double cpuOfEndedChildren(long pid) {
        return ticks(pid, CHILDRENS_USER, CHILDRENS_SYSTEM);
    }

    private static double ticks(long pid, int one, int other) {
        String stat = read(pid, "stat");
        // The name in parentheses may contain spaces.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[one]) + Long.parseLong(fields[other])) / TICKS_PER_SECOND;
    }

    static double resident(long pid) {
        return megabytes(read(pid, "status"), "VmRSS:");
    }

    /** Memory shared by several processes is divided among them, so that sums count it once. */
    static double proportional(List<Long> pids) {
        return pids.stream().mapToDouble(pid -> megabytes(read(pid, "smaps_rollup"), "Pss:")).sum();
    }

    static List<Long> withDescendants(long pid) {
        return ProcessHandle.of(pid)
                .map(root -> Stream.concat(Stream.of(root), root.descendants()).map(ProcessHandle::pid).toList())
                .orElse(List.of());
    }

    static String name(long pid) {
        return read(pid, "comm").strip();
    }

    /** Average of the last minute. */
    static double load() {
        return Double.parseDouble(read(Path.of("/proc/loadavg")).split(" ", -1)[0]);
    }

    private static double megabytes(String text, String field) {
        return text.lines().filter(line -> line.startsWith(field)).findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024 / 1e6).orElse(0.0);
    }

    private static String read(long pid, String file) {
        return read(Path.of("/proc", Long.toString(pid), file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
