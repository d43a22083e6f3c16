package dev.parley.model.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.model.DefaultLanes;
import dev.parley.model.Lane;
import dev.parley.model.LaneKind;
import dev.parley.model.ModelConfig;
import dev.parley.model.ModelKey;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

/** Which lanes support speech, by the operator's settings. */
class SpeechLanesTest {
    private static List<Lane> lanes(String... settings) {
        Map<String, String> set = new HashMap<>(Map.of("parley.model.api-key", "sk-chat"));
        for (int i = 0; i < settings.length; i += 2) {
            set.put("parley." + settings[i], settings[i + 1]);
        }
        SmallRyeConfig config = new SmallRyeConfigBuilder().withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(ModelConfig.class)
                .withMapping(SpeechConfig.class).withSources(new PropertiesConfigSource(set, "test", 100)).build();
        return DefaultLanes.speech(config.getConfigMapping(ModelConfig.class),
                config.getConfigMapping(SpeechConfig.class));
    }

    @Test
    void withoutSettings_whisperAtTheChatModelsServerTranscribes() {
        Lane lane = lanes().getFirst();

        assertThat(lane.model()).isEqualTo("whisper-1");
        assertThat(lane.kind()).isEqualTo(new LaneKind.OpenAi());
        assertThat(lane.key()).isEqualTo(new ModelKey("sk-chat"));
        assertThat(lane.use()).isEqualTo(Lane.Use.SPEECH);
    }

    @Test
    void serverOfItsOwn_neverGetsTheChatModelsKey() {
        Lane lane = lanes("speech.base-url", "http://ear:8000/v1").getFirst();

        assertThat(lane.address().host()).isEqualTo("ear");
        assertThat(lane.key()).isNull();
        assertThat(lane.kind()).isEqualTo(new LaneKind.Compatible());
    }

    @Test
    void serverOfItsOwn_isInNoRegionButTheOneThatIsSet() {
        assertThat(lanes("model.region", "eu", "speech.base-url", "http://ear:8000/v1").getFirst().region()).isNull();
        assertThat(lanes("model.region", "eu").getFirst().region()).isEqualTo("eu");
        assertThat(lanes("speech.base-url", "http://ear:8000/v1", "speech.region", "ch").getFirst().region())
                .isEqualTo("ch");
    }

    @Test
    void severalModels_areAskedInTheirOrder() {
        assertThat(lanes("speech.model", "gpt-4o-transcribe, whisper-1")).extracting(Lane::model)
                .containsExactly("gpt-4o-transcribe", "whisper-1");
    }

    @Test
    void noModel_transcribesNothing() {
        assertThat(lanes("speech.model", "")).isEmpty();
    }
}
