package dev.parley.model.speech;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The operator's speech model, from {@code PARLEY_SPEECH_*}. Where it has no server of its own it is asked at the chat models'. */
@ConfigMapping(prefix = "parley.speech")
public interface SpeechConfig {
    /** What hears when nobody says anything else. */
    String USUAL = "whisper-1";

    /** Several with commas between are asked one after the other; empty: nobody hears. */
    @WithDefault(USUAL)
    Optional<String> model();

    /** Whether somebody has set any of this. */
    default boolean chosen() {
        return !model().orElse("").equals(USUAL) || baseUrl().filter(url -> !url.isBlank()).isPresent();
    }

    /** Ends in {@code /v1}; empty: the chat models'. */
    Optional<String> baseUrl();

    /** Never logged. Empty: the chat models', as long as the address is theirs. */
    Optional<String> apiKey();

    /** Set: the base URL is an Azure resource's, and the model's name is its deployment. */
    Optional<String> apiVersion();

    /** Where the server works; asked of by tenants that must stay in a region. */
    Optional<String> region();
}
