package dev.parley.doctor.look;

import java.util.Map;

import dev.parley.model.ModelConfig;
import dev.parley.model.speech.SpeechConfig;
import dev.parley.spend.SpendConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Settings that a test chooses; nothing of this machine's environment. */
final class SettingsOf {
    private SettingsOf() {}

    static Settings the(Map<String, String> values) {
        return new Settings(new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(ModelConfig.class).withMapping(SpeechConfig.class).withMapping(SpendConfig.class).build());
    }
}
