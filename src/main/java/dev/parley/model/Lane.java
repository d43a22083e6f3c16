package dev.parley.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * A model on a server and how to call it. An answer has an ordered list of lanes. Lanes of different owners share no
 * breaker or queue, even with the same key. {@code key} is null if the server needs none, {@code region} if unknown.
 */
public record Lane(String owner, String name, LaneKind kind, ModelAddress address, @Nullable ModelKey key, String model,
        @Nullable String region, Dialect dialect, AnswerTimeouts patience, Use use) {
    public enum Use {
        CHAT, SPEECH
    }

    public Lane(String owner, String name, LaneKind kind, ModelAddress address, @Nullable ModelKey key, String model,
            @Nullable String region, Dialect dialect, AnswerTimeouts patience) {
        this(owner, name, kind, address, key, model, region, dialect, patience, Use.CHAT);
    }

    public Lane as(Use other) {
        return new Lane(owner, name, kind, address, key, model, region, dialect, patience, other);
    }

    /** Lanes with the same identity share breaker, queue and rest; one shop's bad key stops no other shop's calls. */
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

    /** False for OpenAI and Azure without a key. */
    boolean usable() {
        return key != null || kind instanceof LaneKind.Compatible;
    }

    /** {@code operation}: such as {@code chat/completions}. */
    public String path(String operation) {
        return switch (kind) {
            case LaneKind.Azure(String deployment, String version) ->
                address.path() + "/openai/deployments/" + escape(deployment) + "/" + operation + query(version);
            case LaneKind.OpenAi() -> address.path() + "/" + operation;
            case LaneKind.Compatible() -> address.path() + "/" + operation;
        };
    }

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
