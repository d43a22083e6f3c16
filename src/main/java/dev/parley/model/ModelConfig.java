package dev.parley.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The operator's model server. Key, address and model names come from {@code OPENAI_*} and {@code PARLEY_MODEL*}. */
@ConfigMapping(prefix = "parley.model")
public interface ModelConfig {
    String OPENAI = "https://api.openai.com/v1";

    /** Key of the model's server; never logged. Empty for a server that needs none. */
    Optional<String> apiKey();

    /** Address of the model's server, ending in {@code /v1}, without an operation's path. */
    @WithDefault(OPENAI)
    String baseUrl();

    /** The model to use first. */
    @WithDefault("gpt-3.5-turbo")
    String name();

    /** Models on the same server to use in this order if the first one fails. */
    Optional<List<String>> fallbacks();

    /** Moderation model, for shops that want texts checked. */
    @WithDefault("omni-moderation-latest")
    String moderation();

    /**
     * Embedding model on the same server for FAQ and questions. If empty, the local models are used and no text leaves
     * the process for it.
     */
    Optional<String> embedding();

    /** Azure API version. If set, the base URL is an Azure resource and model names are its deployments. */
    Optional<String> apiVersion();

    /** Region of the server, such as {@code eu}; shops that stay in a region use it only if this is theirs. */
    Optional<String> region();

    /** Maximum connections per address; each carries one answer at a time. */
    @WithDefault("256")
    int connections();

    /** Maximum concurrent answers of one model. */
    @WithDefault("128")
    int atOnce();

    /** Answers that may wait for a model that is busy; more are taken from the FAQ at once. */
    @WithDefault("128")
    int inLine();

    /** How long to skip a model that only an operator can fix: quota spent, key refused, model gone. */
    @WithDefault("2m")
    Duration rest();

    /** Time until a failing model is tried again with one visitor's call. */
    @WithDefault("5s")
    Duration probeEvery();

    /** Timeouts of each step. */
    Timeouts timeouts();

    /** Format of requests. */
    Parameters parameters();

    interface Timeouts {
        /** Longest time to establish a connection to the model's server. */
        @WithDefault("2s")
        Duration connect();

        /** Longest time to the first text of one attempt; comments and empty chunks do not count. */
        @WithDefault("15s")
        Duration firstToken();

        /** Longest time to the first text over all attempts and delays: a visitor is waiting. */
        @WithDefault("25s")
        Duration opening();

        /** Longest time between two texts. */
        @WithDefault("15s")
        Duration betweenTokens();

        /** Longest time for the whole answer with all attempts; also ends a slow trickle. */
        @WithDefault("90s")
        Duration total();
    }

    /** Differences between compatible servers. */
    interface Parameters {
        /**
         * Name of the parameter that limits an answer. {@code max_tokens} is deprecated and refused by reasoning
         * models, but many compatible servers know nothing else. By default it depends on the address, and a refusal is
         * adapted to.
         */
        Optional<Dialect.MaxTokens> maxTokens();

        /** Sampling temperature; not sent by default, since reasoning models refuse it. */
        Optional<Double> temperature();

        /** Stream answers. If false, the timeout of the first text covers the whole answer. */
        @WithDefault("true")
        boolean stream();

        /** Ask the server to count tokens at the end of a stream; some compatible servers refuse that with 400. */
        @WithDefault("true")
        boolean streamOptions();

        /** Send {@code store: false}; by default only to OpenAI's address, since other servers may refuse it. */
        Optional<Boolean> storeFalse();

        /** Send {@code safety_identifier}; by default only to OpenAI's address. */
        Optional<Boolean> safetyIdentifier();
    }
}
