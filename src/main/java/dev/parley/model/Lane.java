package dev.parley.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import dev.parley.model.ModelConfig.Parameters;
import dev.parley.model.ModelConfig.Timeouts;
import org.jspecify.annotations.Nullable;

/** One model at one server, and how to talk to it. An answer has an ordered list of them. */
record Lane(String host, int port, boolean tls, String path, @Nullable String apiKey, String model, boolean openAi,
        Parameters parameters,
        Timeouts timeouts) {

    /** What shares a circuit breaker. The key belongs to it: one shop's bad key must not stop another shop's calls. */
    record Identity(String host, int port, String path, @Nullable String apiKey, String model) {
        @Override
        public String toString() {
            return model + " at " + host + ":" + port;
        }
    }

    static List<Lane> of(ModelConfig config) {
        List<String> models = new ArrayList<>();
        models.add(config.name().strip());
        config.fallbacks().orElse(List.of()).stream().map(String::strip).filter(name -> !name.isEmpty())
                .forEach(models::add);
        return models.stream().distinct().map(model -> of(config, model)).toList();
    }

    private static Lane of(ModelConfig config, String model) {
        URI base = address(config.baseUrl());
        boolean tls = base.getScheme().equalsIgnoreCase("https");
        int port = base.getPort() >= 0 ? base.getPort() : tls ? 443 : 80;
        String path = base.getRawPath().replaceAll("/+$", "") + "/chat/completions";
        String apiKey = config.apiKey().map(String::strip).filter(key -> !key.isEmpty()).orElse(null);
        return new Lane(base.getHost(), port, tls, path, apiKey, model, isOpenAi(config.baseUrl()), config.parameters(),
                config.timeouts());
    }

    static boolean isOpenAi(String baseUrl) {
        return baseUrl.strip().replaceAll("/+$", "").equals(ModelConfig.OPENAI);
    }

    private static URI address(String baseUrl) {
        try {
            URI base = URI.create(baseUrl.strip());
            if (base.getHost() != null
                    && ("http".equalsIgnoreCase(base.getScheme()) || "https".equalsIgnoreCase(base.getScheme()))) {
                return base;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Told below, without the address: it may carry a password.
        }
        throw new IllegalArgumentException(
                "OPENAI_BASE_URL must look like http://localhost:8000/v1 or https://api.openai.com/v1");
    }

    Identity identity() {
        return new Identity(host, port, path, apiKey, model);
    }

    boolean storeFalse() {
        return parameters.storeFalse().orElse(openAi);
    }

    boolean safetyIdentifier() {
        return parameters.safetyIdentifier().orElse(openAi);
    }

    @Override
    public String toString() {
        return identity().toString();
    }
}
