package dev.parley.doctor;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import dev.parley.doctor.look.Settings;
import io.smallrye.config.ConfigValidationException;

/** `java -jar quarkus-run.jar doctor`: prints the report. Starts nothing, also while the service runs. */
public final class DoctorCommand {
    public static final String NAME = "doctor";

    private DoctorCommand() {}

    /** Returns the exit code. */
    public static int run(Clock clock, PrintStream out) {
        // The service configures logging, which does not run here; libraries would log everything to the terminal.
        Logger.getLogger("").setLevel(Level.OFF);
        Report report = report(clock);
        out.print(report.text());
        return report.exitCode();
    }

    private static Report report(Clock clock) {
        try {
            return new Doctor(Settings.ofThisMachine(), clock, null).examine();
        } catch (ConfigValidationException invalid) {
            return new Report(clock.instant(), List.of(Finding.fault("settings",
                    plain(String.valueOf(invalid.getMessage())),
                    "Correct it; settings.md lists all settings.")));
        }
    }

    /** Without the value, which may be a secret in the wrong place, and without codes and class names. */
    static String plain(String message) {
        return message.replaceAll("Configuration validation failed:|[a-z.]+\\.[A-Z]\\w+Exception:|SRCFG\\d+:", "")
                .replaceAll("(with (the )?config value|Invalid duration:?) \\S+", "")
                .replaceAll("\\s+", " ").strip();
    }
}
