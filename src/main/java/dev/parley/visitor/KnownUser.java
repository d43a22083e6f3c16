package dev.parley.visitor;

import org.jspecify.annotations.Nullable;

/** A customer verified by the shop. {@code id} is the shop's; {@code attributes} is a JSON object or null. */
public record KnownUser(String id, @Nullable String name, @Nullable String email, @Nullable String locale,
        @Nullable String attributes) {
    static final int LONGEST_ID = 200;

    static KnownUser of(String id) {
        return new KnownUser(id, null, null, null, null);
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "KnownUser[hidden]";
    }
}
