package dev.parley.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.parley.model.ModelConfig.Parameters;
import dev.parley.model.ModelConfig.Timeouts;
import dev.parley.model.speech.SpeechConfig;
import org.jspecify.annotations.Nullable;

/** The operator's lanes from the environment: all models of one server with one key. */
public final class DefaultLanes {
    /** Not a tenant's name. */
    public static final String OWNER = "default";

    private DefaultLanes() {}

    public static List<Lane> of(ModelConfig config) {
        List<String> models = new ArrayList<>();
        models.add(config.name().strip());
        config.fallbacks().orElse(List.of()).stream().map(String::strip).filter(name -> !name.isEmpty())
                .forEach(models::add);
        return models.stream().distinct().map(model -> of(config, model)).toList();
    }

    /** Empty if the local models embed. */
    public static Optional<Lane> embedding(ModelConfig config) {
        return config.embedding().map(String::strip).filter(name -> !name.isEmpty()).map(name -> of(config, name));
    }

    /** On the speech server if one is set, else on the chat models' server. Empty without a speech model. */
    public static List<Lane> speech(ModelConfig config, SpeechConfig speech) {
        String models = speech.model().orElse("");
        return Arrays.stream(models.split(",", -1)).map(String::strip).filter(name -> !name.isEmpty()).distinct()
                .map(name -> speech(config, speech, name)).toList();
    }

    private static Lane speech(ModelConfig config, SpeechConfig speech, String model) {
        Lane chat = of(config, model);
        String baseUrl = speech.baseUrl().map(String::strip).filter(url -> !url.isEmpty()).orElse(null);
        ModelKey own = speech.apiKey().map(String::strip).filter(key -> !key.isEmpty()).map(ModelKey::new)
                .orElse(null);
        ModelAddress address = baseUrl == null ? chat.address() : address("PARLEY_SPEECH_BASE_URL", baseUrl);
        LaneKind kind = speech.apiVersion().map(String::strip).filter(version -> !version.isEmpty())
                .<LaneKind>map(version -> new LaneKind.Azure(model, version))
                .orElse(baseUrl == null ? chat.kind() : kind(baseUrl));
        // Never send a key to a server that it was not set for.
        ModelKey key = own != null || baseUrl != null ? own : chat.key();
        return new Lane(OWNER, model, kind, address, key, model, speech.region().map(String::strip)
                .filter(region -> !region.isEmpty()).orElse(baseUrl == null ? chat.region() : null), chat.dialect(),
                chat.patience(), Lane.Use.SPEECH);
    }

    private static Lane of(ModelConfig config, String model) {
        LaneKind kind = kind(config, model);
        return new Lane(OWNER, model, kind, address("OPENAI_BASE_URL", config.baseUrl()), key(config), model,
                config.region().map(String::strip).orElse(null),
                dialect(config.parameters(), kind instanceof LaneKind.OpenAi), patience(config.timeouts()));
    }

    private static LaneKind kind(ModelConfig config, String model) {
        if (config.apiVersion().isPresent()) {
            return new LaneKind.Azure(model, config.apiVersion().get().strip());
        }
        return kind(config.baseUrl());
    }

    private static LaneKind kind(String baseUrl) {
        boolean openAi = baseUrl.strip().replaceAll("/+$", "").equals(ModelConfig.OPENAI);
        return openAi ? new LaneKind.OpenAi() : new LaneKind.Compatible();
    }

    private static @Nullable ModelKey key(ModelConfig config) {
        return config.apiKey().map(String::strip).filter(key -> !key.isEmpty()).map(ModelKey::new).orElse(null);
    }

    private static ModelAddress address(String setting, String baseUrl) {
        try {
            return ModelAddress.parse(baseUrl, false);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    setting + " must look like http://localhost:8000/v1 or https://api.openai.com/v1; this one "
                            + refused.getMessage());
        }
    }

    /** Compatible servers may refuse parameters that only OpenAI's service knows. */
    private static Dialect dialect(Parameters parameters, boolean openAi) {
        return new Dialect(parameters.maxTokens().orElse(openAi
                ? Dialect.MaxTokens.MAX_COMPLETION_TOKENS
                : Dialect.MaxTokens.MAX_TOKENS), parameters.temperature().orElse(null), parameters.stream(),
                parameters.streamOptions(), parameters.storeFalse().orElse(openAi),
                parameters.safetyIdentifier().orElse(openAi));
    }

    static AnswerTimeouts patience(Timeouts timeouts) {
        return new AnswerTimeouts(timeouts.connect(), timeouts.firstToken(), timeouts.opening(),
                timeouts.betweenTokens(),
                timeouts.total());
    }
}
