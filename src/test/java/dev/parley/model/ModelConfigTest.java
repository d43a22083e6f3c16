package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names of environment variables, through the real application.properties: SmallRye also maps {@code PARLEY_MODEL} to
 * our prefix.
 */
public class ModelConfigTest {
    public static ModelConfig config(Map<String, String> environment) {
        try {
            SmallRyeConfig config = new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .withSources(new EnvConfigSource(environment, 300),
                            new PropertiesConfigSource(
                                    Path.of("src/main/resources/application.properties").toUri().toURL(), 250))
                    .withMapping(ModelConfig.class)
                    .withMappingIgnore("quarkus.**")
                    .withValidateUnknown(false)
                    .build();
            return config.getConfigMapping(ModelConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void emptyEnvironment_meansOpenAiWithoutAKey() {
        ModelConfig config = config(Map.of());

        assertThat(config.apiKey()).isEmpty();
        assertThat(config.baseUrl()).isEqualTo("https://api.openai.com/v1");
        assertThat(config.name()).isEqualTo("gpt-3.5-turbo");
        assertThat(config.fallbacks()).isEmpty();
    }

    @Test
    void environment_isReadByItsUsualNames() {
        ModelConfig config = config(Map.of("OPENAI_API_KEY", "sk-1", "OPENAI_BASE_URL", "http://localhost:8000/v1",
                "PARLEY_MODEL", "llama-4",
                "PARLEY_MODEL_FALLBACKS", "qwen-3, gpt-5-mini"));

        assertThat(config.apiKey()).contains("sk-1");
        assertThat(config.baseUrl()).isEqualTo("http://localhost:8000/v1");
        assertThat(config.name()).isEqualTo("llama-4");
        assertThat(DefaultLanes.of(config)).extracting(Lane::model).containsExactly("llama-4", "qwen-3", "gpt-5-mini");
    }

    @Test
    void timesAndParameters_canBeSetInTheEnvironmentToo() {
        ModelConfig config = config(Map.of("PARLEY_MODEL", "m", "PARLEY_MODEL_TIMEOUTS_FIRST_TOKEN", "3s",
                "PARLEY_MODEL_PARAMETERS_MAX_TOKENS",
                "max-completion-tokens", "PARLEY_MODEL_PARAMETERS_STREAM_OPTIONS", "false"));

        assertThat(config.timeouts().firstToken()).hasSeconds(3);
        assertThat(config.parameters().maxTokens()).contains(Dialect.MaxTokens.MAX_COMPLETION_TOKENS);
        assertThat(config.parameters().streamOptions()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
            "https://api.openai.com/v1, api.openai.com, 443, true, /v1/chat/completions, true",
            "https://api.openai.com/v1/, api.openai.com, 443, true, /v1/chat/completions, true",
            "http://localhost:8000/v1, localhost, 8000, false, /v1/chat/completions, false",
            "http://llm, llm, 80, false, /chat/completions, false",
            "HTTPS://gateway.example:8443/a%20b/v1//, gateway.example, 8443, true, /a%20b/v1/chat/completions, false"})
    void baseUrl_saysWhereToAsk(String baseUrl, String host, int port, boolean tls, String path, boolean openAi) {
        Lane lane = lane(Map.of("OPENAI_BASE_URL", baseUrl));

        assertThat(lane.address()).isEqualTo(
                new ModelAddress(host, port, tls, path.replace("/chat/completions", ""), false));
        assertThat(lane.path("chat/completions")).isEqualTo(path);
        assertThat(lane.kind() instanceof LaneKind.OpenAi).isEqualTo(openAi);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "ftp://host/v1", "http:///v1", "http://ho st/v1", "file:///etc/passwd",
            "https://user:secret@host/v1", "https://host/v1?key=secret", "https://host/v1#a", "https://host:0/v1",
            "https://host:99999/v1"})
    void baseUrlThatIsNone_isRefusedInWordsThatHelp(String baseUrl) {
        assertThatThrownBy(() -> lane(Map.of("OPENAI_BASE_URL", baseUrl)))
                .hasMessageContaining("OPENAI_BASE_URL must look like");
    }

    @Test
    void openAi_isToldNotToStore_othersAreNotConfusedByIt() {
        assertThat(body(Map.of("OPENAI_API_KEY", "k"))).contains("\"store\":false", "\"safety_identifier\":\"hash\"");
        assertThat(body(Map.of("OPENAI_BASE_URL", "http://local/v1"))).doesNotContain("store", "safety_identifier");
        assertThat(body(Map.of("OPENAI_BASE_URL", "http://local/v1", "PARLEY_MODEL_PARAMETERS_STORE_FALSE", "true")))
                .contains("\"store\":false");
    }

    @Test
    void reasoningModels_getTheNamesTheyTake() {
        assertThat(body(Map.of("PARLEY_MODEL_PARAMETERS_MAX_TOKENS", "max-completion-tokens",
                "PARLEY_MODEL_PARAMETERS_STREAM_OPTIONS", "false")))
                .contains("\"max_completion_tokens\":400")
                .doesNotContain("\"max_tokens\"", "temperature", "stream_options");
        assertThat(body(Map.of("PARLEY_MODEL_PARAMETERS_TEMPERATURE", "0.2"))).contains("\"temperature\":0.2");
    }

    @Test
    void whatMayBePrinted_holdsNoKeyAndNoText() {
        Lane lane = lane(Map.of("OPENAI_API_KEY", "sk-canary"));

        assertThat(List.of(lane, lane.identity(), ModelRig.HELLO, new ChatEvent.Delta("secret")).toString())
                .doesNotContain("canary", "Be kind", "Hello", "secret");
    }

    private static Lane lane(Map<String, String> environment) {
        return DefaultLanes.of(config(environment)).get(0);
    }

    private static String body(Map<String, String> environment) {
        return new String(ChatBody.write(ModelRig.HELLO, lane(environment)), java.nio.charset.StandardCharsets.UTF_8);
    }
}
