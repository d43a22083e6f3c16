package dev.parley.doctor;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** One line of a report. {@code advice} is what to do; null if nothing. Neither contains secrets. */
public record Finding(String check, Status status, String found, @Nullable String advice) {
    public enum Status {
        OK, WARNING, FAULT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String found) {
        return new Finding(check, Status.OK, found, null);
    }

    static Finding warning(String check, String found, String advice) {
        return new Finding(check, Status.WARNING, found, advice);
    }

    static Finding fault(String check, String found, String advice) {
        return new Finding(check, Status.FAULT, found, advice);
    }
}
