package dev.parley.doctor.look;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.parley.model.ModelConfig;
import dev.parley.model.speech.SpeechConfig;
import dev.parley.spend.SpendConfig;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;

/** The settings as the service reads them; empty ones count as not set. */
public record Settings(SmallRyeConfig config) {
    private static final int USUAL_PORT = 8080;

    /** Without the service. Fails with a {@link io.smallrye.config.ConfigValidationException} that names the setting. */
    public static Settings ofThisMachine() {
        return new Settings(ConfigUtils.configBuilder().withMapping(ModelConfig.class).withMapping(SpeechConfig.class)
                .withMapping(SpendConfig.class).build());
    }

    public Optional<String> get(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    public List<String> list(String name) {
        return get(name).stream().flatMap(text -> Arrays.stream(text.split(",", -1))).map(String::strip)
                .filter(text -> !text.isEmpty()).toList();
    }

    boolean is(String name) {
        return get(name).map(Boolean::parseBoolean).orElse(false);
    }

    public int port() {
        return config.getOptionalValue("quarkus.http.port", Integer.class).orElse(USUAL_PORT);
    }

    Path data() {
        return Path.of(get("parley.data.dir").orElse("data")).toAbsolutePath().normalize();
    }

    /** Empty with the embedded database, unless the service runs in this process. */
    Optional<String> databaseUrl() {
        return get("quarkus.datasource.reactive.url");
    }

    /** Without the last slash. */
    public Optional<String> site() {
        return get("parley.public-url").map(text -> text.replaceFirst("/+$", ""));
    }

    ModelConfig model() {
        return config.getConfigMapping(ModelConfig.class);
    }

    SpeechConfig speech() {
        return config.getConfigMapping(SpeechConfig.class);
    }

    SpendConfig spend() {
        return config.getConfigMapping(SpendConfig.class);
    }
}
