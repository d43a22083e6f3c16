package dev.parley.model;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A lane's API key; hidden in logs. */
public final class ModelKey {
    private final String secret;

    public ModelKey(String secret) {
        this.secret = secret;
    }

    public String secret() {
        return secret;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelKey key && key.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(secret);
    }

    @Override
    public String toString() {
        return "ModelKey[hidden]";
    }
}
