package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.parley.agent.AgentDuty;
import dev.parley.handoff.AbsenceRules.AgentStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsenceRulesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource({"THERE,3600,false", "AWAY,59,false", "AWAY,60,true", "GONE,19,false", "GONE,20,true",
            "DISABLED,0,true"})
    void questionOfAVisitor_isTakenFromWhoIsNotThere(AgentStatus owner, long unanswered, boolean taken) {
        assertThat(AbsenceRules.isTooLong(owner, Duration.ofSeconds(unanswered), PATIENCE)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"THERE,3600,false", "AWAY,59,false", "AWAY,60,true", "GONE,59,false", "GONE,60,true",
            "DISABLED,0,true"})
    void colleague_replacesWhoIsNotThereAndHasNotJustClaimed(AgentStatus owner, long idle, boolean replaced) {
        assertThat(AbsenceRules.mayBeReplaced(owner, Duration.ofSeconds(idle))).isEqualTo(replaced);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {
            "false,false,false,true,true,THERE", "false,true,true,true,true,AWAY", "false,false,true,true,false,GONE",
            "false,false,true,true,none,GONE", "false,false,false,true,false,GONE", "false,false,false,true,none,THERE",
            "false,true,false,true,none,AWAY", "false,false,false,false,none,GONE",
            "true,false,false,true,true,DISABLED"})
    void agentWithoutConsole_isThereOnlyWhoNeverHadOneAndIsSignedIn(boolean disabled, boolean away,
            boolean consoleClosed, boolean signedIn, @Nullable Boolean recentSign, AgentStatus expected) {
        AgentDuty agent = new AgentDuty(new UUID(0, 1), disabled, away, null, List.of(), null, consoleClosed);

        assertThat(AbsenceRules.status(agent, recentSign, signedIn)).isEqualTo(expected);
    }
}
