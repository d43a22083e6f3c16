package dev.parley.visitor;

import org.jspecify.annotations.Nullable;

/**
 * A customer as the shop itself vouches for them.
 *
 * @param id the shop's own
 * @param attributes a JSON object of the shop's; null when it says nothing
 */
public record KnownUser(String id, @Nullable String name, @Nullable String email, @Nullable String locale,
        @Nullable String attributes) {
    static final int LONGEST_ID = 200;

    static KnownUser of(String id) {
        return new KnownUser(id, null, null, null, null);
    }

    /** Not to be seen in a log. */
    @Override
    public String toString() {
        return "KnownUser[hidden]";
    }
}
