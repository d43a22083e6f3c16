package dev.parley.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import dev.parley.model.DefaultLanes;
import dev.parley.model.Lane;
import dev.parley.model.LaneKind;
import dev.parley.model.LaneTest;
import dev.parley.model.ModelAddress;
import dev.parley.model.ModelConfig;
import dev.parley.model.ModelKey;
import dev.parley.model.health.LaneCheck.Verdict;
import org.junit.jupiter.api.Test;

class KnownEndsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final LaneCheck THERE = new LaneCheck(Verdict.THERE, null, List.of("whisper-1"));

    private static Lane whisper(LaneKind kind) {
        return new Lane(DefaultLanes.OWNER, "whisper-1", kind, ModelAddress.parse(ModelConfig.OPENAI, false),
                new ModelKey("sk-x"), "whisper-1", null, LaneTest.DIALECT, LaneTest.TIMEOUTS, Lane.Use.SPEECH);
    }

    @Test
    void whispersEnd_isToldWhileOpenAisListDoesNot() {
        LaneCheck check = KnownEnds.complete(whisper(new LaneKind.OpenAi()), THERE, TODAY);

        assertThat(check.shutdown()).isEqualTo(LocalDate.of(2027, 2, 26));
        assertThat(LaneAdvice.of(whisper(new LaneKind.OpenAi()), LaneAlarm.ENDING, List.of(), check.shutdown()))
                .contains("The speech model whisper-1 ends on 2027-02-26.", "PARLEY_SPEECH_MODEL");
    }

    @Test
    void endThatTheServerTells_goesBefore() {
        LaneCheck told = new LaneCheck(Verdict.THERE, LocalDate.of(2027, 6, 1), List.of("whisper-1"));

        assertThat(KnownEnds.complete(whisper(new LaneKind.OpenAi()), told, TODAY)).isEqualTo(told);
    }

    @Test
    void modelThatIsStillThereAfterItsEnd_hasNone() {
        assertThat(KnownEnds.complete(whisper(new LaneKind.OpenAi()), THERE, LocalDate.of(2027, 3, 1)))
                .isEqualTo(THERE);
    }

    @Test
    void anothersWhisper_doesNotEnd() {
        assertThat(KnownEnds.complete(whisper(new LaneKind.Compatible()), THERE, TODAY)).isEqualTo(THERE);
    }
}
