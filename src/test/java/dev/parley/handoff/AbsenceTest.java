package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import dev.parley.handoff.Absence.Whereabouts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsenceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource({"THERE,3600,false", "AWAY,59,false", "AWAY,60,true", "GONE,19,false", "GONE,20,true",
            "DISABLED,0,true"})
    void questionOfAVisitor_isTakenFromWhoIsNotThere(Whereabouts owner, long unanswered, boolean taken) {
        assertThat(Absence.isTooLong(owner, Duration.ofSeconds(unanswered), PATIENCE)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"THERE,3600,false", "AWAY,59,false", "AWAY,60,true", "GONE,59,false", "GONE,60,true",
            "DISABLED,0,true"})
    void colleague_replacesWhoIsNotThereAndHasNotJustClaimed(Whereabouts owner, long idle, boolean replaced) {
        assertThat(Absence.mayBeReplaced(owner, Duration.ofSeconds(idle))).isEqualTo(replaced);
    }
}
