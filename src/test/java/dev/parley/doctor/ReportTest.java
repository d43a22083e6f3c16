package dev.parley.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Finding OK = Finding.ok("disk", "40 GiB free.");
    private static final Finding WARNING = Finding.warning("mail", "No mail is sent.", "Set it.");
    private static final Finding FAULT = Finding.fault("clock", "An hour late.", "Set the clock.");

    private static Report of(Finding... findings) {
        return new Report(Instant.EPOCH, List.of(findings));
    }

    @Test
    void aFinding_isOneLineWithWhatToDo() {
        assertThat(of(OK, WARNING).text()).isEqualTo("""
                ok       disk        40 GiB free.
                warning  mail        No mail is sent. -> Set it.

                0 faults, 1 warning.
                """);
    }

    @Test
    void allWell_saysThatNothingIsToDo() {
        assertThat(of(OK).text()).endsWith("\nNothing to do.\n");
    }

    @Test
    void exitCode_countsFaultsOnly() {
        assertThat(of(OK, WARNING).exitCode()).isZero();
        assertThat(of(OK, FAULT).exitCode()).isEqualTo(1);
    }

    @Test
    void anInvalidSetting_isNamedWithoutItsValue() {
        assertThat(DoctorCommand
                .plain("Configuration validation failed:\n\tjava.lang.IllegalArgumentException: SRCFG00039:"
                        + " The config property parley.model.rest with the config value \"sk-secret\" threw an Exception whilst being"
                        + " converted Invalid duration: sk-secret"))
                .isEqualTo("The config property parley.model.rest threw an Exception whilst being converted");
    }
}
