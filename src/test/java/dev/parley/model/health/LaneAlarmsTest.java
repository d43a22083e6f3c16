package dev.parley.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import dev.parley.model.AnswerTimeouts;
import dev.parley.model.Dialect;
import dev.parley.model.FakeTime;
import dev.parley.model.Lane;
import dev.parley.model.LaneKind;
import dev.parley.model.ModelAddress;
import dev.parley.model.ModelConfig;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelKey;
import dev.parley.model.health.LaneCheck.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneAlarmsTest {
    private static final List<String> MODELS = List.of("whisper-1", "gpt-4o-mini");

    private final FakeTime time = new FakeTime();
    private final LaneAlarms alarms = new LaneAlarms(time);

    private static Lane lane(String owner, String model) {
        return new Lane(owner, "main", new LaneKind.OpenAi(), ModelAddress.parse(ModelConfig.OPENAI, false),
                new ModelKey("sk-canary"), model, null,
                new Dialect(Dialect.MaxTokens.MAX_TOKENS, null, true, true, true, true),
                new AnswerTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(25),
                        Duration.ofSeconds(15), Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @CsvSource({"MODEL_NOT_FOUND, GONE", "CREDENTIALS, KEY_REFUSED", "QUOTA, QUOTA_SPENT"})
    void refusalThatOnlyAPersonCanMend_isAnAlarmUntilAnAnswerComes(ModelErrorKind kind, LaneAlarm alarm) {
        alarms.refused(lane("default", "m"), kind, null);
        assertThat(alarms.up()).containsExactly(alarm);

        alarms.answered(lane("default", "m"), "m");
        assertThat(alarms.up()).isEmpty();
    }

    @Test
    void outage_isNoAlarm() {
        alarms.refused(lane("default", "m"), ModelErrorKind.SERVER_ERROR, null);

        assertThat(alarms.up()).isEmpty();
    }

    @Test
    void modelWithAnEnd_countsItsDays() {
        alarms.checked(lane("default", "m"), new LaneCheck(Verdict.THERE, LocalDate.of(2026, 12, 24), MODELS));

        assertThat(alarms.up()).containsExactly(LaneAlarm.ENDING);
        assertThat(alarms.daysLeft()).isEqualTo(30);
        time.advance(Duration.ofDays(10));
        assertThat(alarms.daysLeft()).isEqualTo(20);
    }

    @Test
    void listThatNamesTheModelAgain_endsTheAlarm() {
        alarms.checked(lane("default", "m"), new LaneCheck(Verdict.GONE, null, MODELS));
        alarms.checked(lane("default", "m"), LaneCheck.of(Verdict.UNKNOWN));
        assertThat(alarms.up()).containsExactly(LaneAlarm.GONE);

        alarms.checked(lane("default", "m"), new LaneCheck(Verdict.THERE, null, MODELS));
        assertThat(alarms.up()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o-2024-08-06, gpt-4o-2024-11-20, true", "gpt-3.5-turbo-0125, gpt-3.5-turbo-1106, true",
            "gpt-4o-2024-08-06, gpt-4o-2024-08-06, false", "gpt-4o, gpt-4o-2024-11-20, false",
            "gpt-35-turbo-0125, gpt-3.5-turbo-0125, false", "gpt-4o-2024-08-06, '', false"})
    void pinAnsweredByAnotherModel_isAnAlarm(String asked, String answered, boolean alarm) {
        alarms.answered(lane("default", asked), answered);

        assertThat(alarms.up().contains(LaneAlarm.OTHER_MODEL)).isEqualTo(alarm);
    }

    @Test
    void advice_namesTheOperatorsSettingWithAModelThatTheServerHas() {
        String advice = LaneAdvice.of(lane("default", "gpt-3.5-turbo"), LaneAlarm.GONE, MODELS, null);

        assertThat(advice)
                .isEqualTo("The model gpt-3.5-turbo is not available at api.openai.com:443 (retired, misspelt,"
                        + " or not open to this key). Without another model answers come from the FAQ. Set"
                        + " PARLEY_MODEL=gpt-4o-mini or another that the server has, or name more in PARLEY_MODEL_FALLBACKS,"
                        + " and restart.");
    }

    @Test
    void advice_tellsAShopToSendItsLanesAgain() {
        for (LaneAlarm alarm : List.of(LaneAlarm.GONE, LaneAlarm.ENDING, LaneAlarm.KEY_REFUSED,
                LaneAlarm.OTHER_MODEL)) {
            assertThat(LaneAdvice.of(lane("shop-1", "m"), alarm, MODELS, LocalDate.of(2026, 12, 24)))
                    .startsWith("tenant=shop-1 lane=main ").contains("PUT /v1/lanes").doesNotContain("canary");
        }
    }
}
