package dev.parley.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.parley.doctor.Finding.Status;

public record Report(Instant checkedAt, List<Finding> findings) {
    /** Further findings after the last one of the same check. */
    Report with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        for (Finding finding : more) {
            int last = all.stream().map(Finding::check).toList().lastIndexOf(finding.check());
            all.add(last < 0 ? all.size() : last + 1, finding);
        }
        return new Report(checkedAt, List.copyOf(all));
    }

    /** 0 without a fault, else 1; warnings do not count. */
    int exitCode() {
        return count(Status.FAULT) == 0 ? 0 : 1;
    }

    /** A line per finding and a last one with their number. */
    String text() {
        return findings.stream().map(Report::line).collect(Collectors.joining()) + "\n" + summary() + "\n";
    }

    private static String line(Finding finding) {
        return String.format("%-8s %-11s %s%s%n", finding.status().word(), finding.check(), finding.found(),
                finding.advice() == null ? "" : " -> " + finding.advice());
    }

    private String summary() {
        long faults = count(Status.FAULT);
        long warnings = count(Status.WARNING);
        return faults + warnings == 0
                ? "Nothing to do."
                : faults + (faults == 1 ? " fault, " : " faults, ") + warnings
                        + (warnings == 1 ? " warning." : " warnings.");
    }

    private long count(Status status) {
        return findings.stream().filter(finding -> finding.status() == status).count();
    }
}
