package dev.parley.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tokens and single sign-on compare times of this machine with others'. */
final class ClockCheck {
    private static final String NAME = "clock";
    private static final Duration WARNING_FROM = Duration.ofSeconds(5);
    private static final Duration FAULT_FROM = Duration.ofMinutes(1);
    private static final String ADVICE = "Turn on time synchronisation (NTP) on both machines.";

    private ClockCheck() {}

    /** How far the others' clocks are ahead of ours; empty if unknown. A `Date` header has whole seconds. */
    static List<Finding> of(Optional<Duration> database, Optional<Duration> modelServer) {
        List<Finding> findings = new ArrayList<>();
        database.map(ahead -> of("the database's", ahead)).ifPresent(findings::add);
        modelServer.map(ahead -> of("the model server's", ahead)).ifPresent(findings::add);
        return findings;
    }

    private static Finding of(String whose, Duration ahead) {
        Duration difference = ahead.abs();
        if (difference.compareTo(WARNING_FROM) < 0) {
            return Finding.ok(NAME, "This machine's clock agrees with " + whose + ".");
        }
        String found = "This machine's clock is " + difference.toSeconds() + " s "
                + (ahead.isNegative() ? "ahead of " : "behind ") + whose + ".";
        return difference.compareTo(FAULT_FROM) < 0
                ? Finding.warning(NAME, found, ADVICE)
                : Finding.fault(NAME, found, ADVICE);
    }
}
