package dev.parley.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * One model at one server, and how to talk to it. An answer has an ordered list of them.
 *
 * @param owner whose it is; the lanes of different owners share no breaker and no queue, even with the same key
 * @param name the owner's word for it, in health pages and metrics
 * @param key null for servers that need none
 * @param region where the server works, in the owner's words; null: unknown
 * @param use what it is asked for
 */
public record Lane(String owner, String name, LaneKind kind, ModelAddress address, @Nullable ModelKey key, String model,
        @Nullable String region, Dialect dialect, Patience patience, Use use) {
    /** What models are asked for. */
    public enum Use {
        CHAT, SPEECH
    }

    public Lane(String owner, String name, LaneKind kind, ModelAddress address, @Nullable ModelKey key, String model,
            @Nullable String region, Dialect dialect, Patience patience) {
        this(owner, name, kind, address, key, model, region, dialect, patience, Use.CHAT);
    }

    public Lane as(Use other) {
        return new Lane(owner, name, kind, address, key, model, region, dialect, patience, other);
    }

    /** What shares a breaker, a queue and a rest. The key belongs to it: one shop's bad key must not stop another shop's calls. */
    public record Identity(String owner, LaneKind kind, ModelAddress address, @Nullable ModelKey key, String model) {
        @Override
        public String toString() {
            return model + " at " + address;
        }
    }

    public Identity identity() {
        return new Identity(owner, kind, address, key, model);
    }

    public Lane speaking(Dialect other) {
        return other.equals(dialect)
                ? this
                : new Lane(owner, name, kind, address, key, model, region, other, patience, use);
    }

    /** Whether it may be asked at all: OpenAI and Azure answer nobody without a key. */
    boolean usable() {
        return key != null || kind instanceof LaneKind.Compatible;
    }

    /** The path of an operation such as {@code chat/completions}. */
    public String path(String operation) {
        return switch (kind) {
            case LaneKind.Azure(String deployment, String version) ->
                address.path() + "/openai/deployments/" + escape(deployment) + "/" + operation + query(version);
            case LaneKind.OpenAi() -> address.path() + "/" + operation;
            case LaneKind.Compatible() -> address.path() + "/" + operation;
        };
    }

    /** Where the server says which models it has. */
    public String listPath() {
        return switch (kind) {
            case LaneKind.Azure(String deployment, String version) ->
                address.path() + "/openai/models" + query(version);
            case LaneKind.OpenAi() -> path("models");
            case LaneKind.Compatible() -> path("models");
        };
    }

    private static String query(@Nullable String version) {
        return version == null ? "" : "?api-version=" + escape(version);
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return identity().toString();
    }
}
