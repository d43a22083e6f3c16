package dev.parley.model.speech;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The operator's speech model, from {@code PARLEY_SPEECH_*}. Without a server of its own it uses the chat models'. */
@ConfigMapping(prefix = "parley.speech")
public interface SpeechConfig {
    /** The default model. */
    String USUAL = "whisper-1";

    /** Models that turn speech into text, separated by commas, in order of use; empty: no transcription. */
    @WithDefault(USUAL)
    Optional<String> model();

    /** True if any of these is set. */
    default boolean chosen() {
        return !model().orElse("").equals(USUAL) || baseUrl().filter(url -> !url.isBlank()).isPresent();
    }

    /** Address of the speech server, ending in {@code /v1}; empty: the chat models'. */
    Optional<String> baseUrl();

    /** Key of the speech server; never logged. If empty, the chat models' key is used for the same address. */
    Optional<String> apiKey();

    /** Azure API version. If set, the address is an Azure resource and the model's name is its deployment. */
    Optional<String> apiVersion();

    /** Region of the server, such as {@code eu}; shops that stay in a region use it only if this is theirs. */
    Optional<String> region();
}
