package dev.parley.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The upstream. The key, the address and the model's names come from {@code OPENAI_*} and {@code PARLEY_MODEL*}. */
@ConfigMapping(prefix = "parley.model")
public interface ModelConfig {
    /** What the base URL is when nobody sets one. */
    String OPENAI = "https://api.openai.com/v1";

    /** Never logged: print this object through {@link ChatModel#name} and {@link #baseUrl} only. */
    Optional<String> apiKey();

    /** Ends in {@code /v1}, without the path of a single operation. */
    @WithDefault(OPENAI)
    String baseUrl();

    /** Asked first. */
    @WithDefault("gpt-3.5-turbo")
    String name();

    /** Models of the same upstream, asked in this order when the first cannot answer. */
    Optional<List<String>> fallbacks();

    /** Asked whether texts are harmful, where a shop wants them checked. */
    @WithDefault("omni-moderation-latest")
    String moderation();

    /** Embeds the FAQ and visitors' questions at the same server; empty: the models in this process do, and no text leaves it for that. */
    Optional<String> embedding();

    /** Set: the base URL is an Azure resource's, and the models' names are its deployments. */
    Optional<String> apiVersion();

    /** Where the server works; asked of by tenants that must stay in a region. */
    Optional<String> region();

    /** Open connections to one address at most; each carries one answer at a time. */
    @WithDefault("256")
    int connections();

    /** Answers of one lane at once, from asking to their end. */
    @WithDefault("128")
    int atOnce();

    /** Answers of one lane that wait for others to end; more are refused at once. */
    @WithDefault("128")
    int inLine();

    /** How long a lane is not asked that only an operator can mend: its money is spent, its key refused, its model gone. */
    @WithDefault("2m")
    Duration rest();

    /** How long a failing model is left alone before one visitor's call looks whether it is back. */
    @WithDefault("5s")
    Duration probeEvery();

    /** How long each step may take. */
    Timeouts timeouts();

    /** How requests are worded. */
    Parameters parameters();

    interface Timeouts {
        /** To an open connection. */
        @WithDefault("2s")
        Duration connect();

        /** From asking to the first piece of text, for one attempt; comments and empty chunks are not text. */
        @WithDefault("15s")
        Duration firstToken();

        /** From asking to the first piece of text over all attempts and waits together: a visitor is waiting. */
        @WithDefault("25s")
        Duration opening();

        /** From one piece of text to the next. */
        @WithDefault("15s")
        Duration betweenTokens();

        /** The whole answer with all its attempts; a slow drip cannot evade it. */
        @WithDefault("90s")
        Duration total();
    }

    /** What compatible servers differ in. */
    interface Parameters {
        /**
         * Reasoning models refuse the deprecated {@code max_tokens}; many compatible servers know nothing else. Left out: what the address is
         * known for. A lane that wants it otherwise is found out.
         */
        Optional<Dialect.MaxTokens> maxTokens();

        /** Left out when empty: reasoning models refuse it. */
        Optional<Double> temperature();

        /** Off for servers that can only answer in one piece; the first-token time then covers the whole answer. */
        @WithDefault("true")
        boolean stream();

        /** Asks for the usage chunk; some compatible servers refuse it with 400. */
        @WithDefault("true")
        boolean streamOptions();

        /** Sends {@code store: false}; by default only to the OpenAI address, because compatible servers may refuse what they do not know. */
        Optional<Boolean> storeFalse();

        /** Sends {@code safety_identifier}; by default as {@link #storeFalse}. */
        Optional<Boolean> safetyIdentifier();
    }
}
