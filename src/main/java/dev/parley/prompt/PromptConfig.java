package dev.parley.prompt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Lengths in tokens of cl100k_base. For a model with another tokenizer, set the window about a fifth below its own. */
@ConfigMapping(prefix = "parley.prompt")
public interface PromptConfig {
    /** The model's context window in tokens, input and output; the default is gpt-3.5-turbo's. */
    @WithDefault("16385")
    int window();

    /** Longest answer in tokens; 800 tokens are about a page of text. */
    @WithDefault("800")
    int answer();
}
