package dev.parley.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import dev.parley.model.health.LaneCheck.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelListTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 23);

    private static LaneCheck look(String reply, String model) {
        return ModelList.look(reply.getBytes(StandardCharsets.UTF_8), model, TODAY);
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o, THERE", "gpt-3.5-turbo, GONE", "llama3, THERE", "vendor/anything, THERE", "gpt-4, GONE"})
    void model_isThereWhenTheListSaysSo(String model, Verdict verdict) {
        assertThat(look("""
                {"object":"list","data":[{"id":"gpt-4o"},{"id":"llama3:latest"},{"id":"vendor/*"}]}""", model)
                .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"'\"2026-10-24\"', THERE, 2026-10-24", "'\"2026-10-23T00:00:00Z\"', GONE, 2026-10-23",
            "1792886400, THERE, 2026-10-25", "'\"soon\"', THERE,", "null, THERE,"})
    void modelWithAnEnd_isGoneFromThatDayOn(String date, Verdict verdict, LocalDate shutdown) {
        LaneCheck check = look("{\"data\":[{\"id\":\"m\",\"shutdown_date\":" + date + "}]}", "m");

        assertThat(check.verdict()).isEqualTo(verdict);
        assertThat(check.shutdown()).isEqualTo(shutdown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "[]", "{\"data\":[]}", "{\"data\":\"x\"}"})
    void replyThatIsNoList_provesNothing(String reply) {
        assertThat(look(reply, "m").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void azuresWordForTheEnd_isUnderstood() {
        assertThat(look("{\"data\":[{\"id\":\"m\",\"deprecation\":{\"inference\":1792886400}}]}", "m").shutdown())
                .isEqualTo(LocalDate.of(2026, 10, 25));
    }
}
