package dev.parley.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import dev.parley.model.AnswerTimeouts;
import dev.parley.model.Dialect.MaxTokens;
import dev.parley.model.Lane;
import dev.parley.model.LaneKind;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.LaneSettings;
import dev.parley.tenant.LaneSettings.Parameters;
import dev.parley.tenant.LaneSettings.Timeouts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneRulesTest {
    private static final AnswerTimeouts USUAL = new AnswerTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(15),
            Duration.ofSeconds(25), Duration.ofSeconds(15), Duration.ofSeconds(90));

    private static LaneSettings set(String name, String kind, String url, @Nullable String deployment, String model,
            @Nullable Integer window, @Nullable Parameters parameters, @Nullable Timeouts timeouts) {
        return new LaneSettings(name, kind, url, deployment, null, null, model, "eu", window, null, parameters,
                timeouts);
    }

    private static Lane lane(LaneSettings set) {
        return LaneRules.lane("shop", set, "sk-canary", USUAL);
    }

    @Test
    void openAi_hasTheMannersOfToday() {
        Lane lane = lane(set("main", "openai", "https://api.openai.com/v1", null, "gpt-4o-mini", null, null, null));

        assertThat(lane.dialect().maxTokens()).isEqualTo(MaxTokens.MAX_COMPLETION_TOKENS);
        assertThat(lane.dialect().storeFalse()).isTrue();
        assertThat(lane.dialect().safetyIdentifier()).isTrue();
        assertThat(lane.patience()).isEqualTo(USUAL);
        assertThat(lane.address().guarded()).isTrue();
    }

    @Test
    void compatibleServer_isSentOnlyWhatAllOfThemKnow() {
        Lane lane = lane(set("own", "compatible", "https://llm.example/v1", null, "llama3", null, null, null));

        assertThat(lane.dialect().maxTokens()).isEqualTo(MaxTokens.MAX_TOKENS);
        assertThat(lane.dialect().storeFalse()).isFalse();
        assertThat(lane.dialect().safetyIdentifier()).isFalse();
    }

    @Test
    void whatIsSet_goesBeforeTheUsual() {
        Lane lane = lane(set("own", "azure", "https://shop.openai.azure.com", "chat", "gpt-4o", 8_000,
                new Parameters("max_completion_tokens", 0.2, false, false, true, true),
                new Timeouts(500, 3_000, 4_000, 60_000)));

        assertThat(lane.kind()).isEqualTo(new LaneKind.Azure("chat", null));
        assertThat(lane.dialect().maxTokens()).isEqualTo(MaxTokens.MAX_COMPLETION_TOKENS);
        assertThat(lane.dialect().temperature()).isEqualTo(0.2);
        assertThat(lane.dialect().stream()).isFalse();
        assertThat(lane.patience().connect()).isEqualTo(Duration.ofMillis(500));
        assertThat(lane.patience().total()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "a b, openai, https://x.example/v1, -, m, -, name",
            "'', openai, https://x.example/v1, -, m, -, name",
            "a, claude, https://x.example/v1, -, m, -, kind",
            "a, openai, ftp://x.example, -, m, -, base_url",
            "a, openai, https://user:pw@x.example, -, m, -, base_url",
            "a, openai, https://x.example/?key=1, -, m, -, base_url",
            "a, openai, https://x.example, chat, m, -, deployment",
            "a, azure, https://x.example, -, m, -, deployment",
            "a, openai, https://x.example, -, 'm m', -, model",
            "a, openai, https://x.example, -, m, 10, window"})
    void whatCannotBeAsked_isRefusedByItsField(String name, String kind, String url, @Nullable String deployment,
            String model, @Nullable Integer window, String field) {
        assertThatThrownBy(() -> lane(set(name, kind, url, deployment, model, window, null, null)))
                .isInstanceOf(ParleyException.class).hasMessageContaining("`" + field + "`")
                .hasMessageNotContaining("pw");
    }

    @ParameterizedTest
    @CsvSource({"99, -1", "130000, 3", "1000, 2.1"})
    void impossibleNumbers_areRefused(int millis, double temperature) {
        LaneSettings slow = set("a", "openai", "https://x.example", null, "m", null, null,
                new Timeouts(null, millis, null, null));
        LaneSettings hot = set("a", "openai", "https://x.example", null, "m", null,
                new Parameters(null, temperature, null, null, null, null), null);

        if (millis != 1000) {
            assertThatThrownBy(() -> lane(slow)).hasMessageContaining("timeouts.first_token_ms");
        }
        assertThatThrownBy(() -> lane(hot)).hasMessageContaining("parameters.temperature");
    }

    @ParameterizedTest
    @CsvSource({"'a b'", "'sk\r\nHost: evil'", "'käy'", "''"})
    void keyThatWouldBreakItsHeader_isRefused(String key) {
        assertThatThrownBy(() -> LaneRules.requireKey(key)).hasMessageContaining("`key`");
    }
}
