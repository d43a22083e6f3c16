package dev.parley.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values of each round, by row and subject. Safe for use by the thread that prints them at the time limit. */
final class Figures {
    private final Map<String, Map<Subject, Map<Integer, Double>>> rows = new LinkedHashMap<>();

    synchronized void add(String row, Subject subject, int round, double value) {
        rows.computeIfAbsent(row, name -> new EnumMap<>(Subject.class))
                .computeIfAbsent(subject, name -> new TreeMap<>()).put(round, value);
    }

    synchronized List<String> rows() {
        return List.copyOf(rows.keySet());
    }

    synchronized Set<Subject> subjects() {
        Set<Subject> subjects = new TreeSet<>();
        rows.values().forEach(row -> subjects.addAll(row.keySet()));
        return subjects;
    }

    synchronized Collection<Double> values(String row, Subject subject) {
        return List.copyOf(rows.getOrDefault(row, Map.of()).getOrDefault(subject, Map.of()).values());
    }

    /** Of values of the same round, which were measured under nearly the same conditions. */
    synchronized Collection<Double> ratios(String row, Subject subject, String otherRow, Subject other) {
        Map<Integer, Double> others = rows.getOrDefault(otherRow, Map.of()).getOrDefault(other, Map.of());
        List<Double> ratios = new ArrayList<>();
        rows.getOrDefault(row, Map.of()).getOrDefault(subject, Map.of()).forEach((round, value) -> {
            if (others.containsKey(round)) {
                ratios.add(value / others.get(round));
            }
        });
        return ratios;
    }

    static double median(Collection<Double> values) {
        double[] sorted = sorted(values);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Median, and minimum to maximum if there are several. */
    static String text(Collection<Double> values) {
        if (values.isEmpty()) {
            return "";
        }
        double[] sorted = sorted(values);
        double median = median(values);
        String number = median >= 100 || Arrays.stream(sorted).allMatch(value -> value == Math.rint(value))
                ? "%,.0f"
                : median >= 2 ? "%.1f" : "%.2f";
        return sorted.length == 1
                ? number.formatted(median)
                : "%s (%s–%s)".formatted(number, number, number).formatted(median, sorted[0],
                        sorted[sorted.length - 1]);
    }

    private static double[] sorted(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
