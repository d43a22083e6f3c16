package dev.parley.prompt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Lengths in tokens of cl100k_base. For a model that counts otherwise, leave a margin: set the window about a fifth below its own. */
@ConfigMapping(prefix = "parley.prompt")
public interface PromptConfig {
    /** What the model reads and writes together; the default is gpt-3.5-turbo's. */
    @WithDefault("16385")
    int window();

    /** The longest answer. A chat answer of 800 tokens is already a page of text. */
    @WithDefault("800")
    int answer();
}
