package dev.parley.console;

import org.jspecify.annotations.Nullable;

/** Signs in; the tenant is the shop's slug, for those whose e-mail several shops have. */
public record SessionRequest(@Nullable String email, @Nullable String password, @Nullable String tenant) {
    @Override
    public String toString() {
        return "SessionRequest[hidden]";
    }
}
