package dev.parley.console.account;

import org.jspecify.annotations.Nullable;

/** {@code tenant} is needed if several shops know the e-mail; {@code code} is the second factor. */
public record SessionRequest(@Nullable String email, @Nullable String password, @Nullable String tenant,
        @Nullable String code) {
    @Override
    public String toString() {
        return "SessionRequest[hidden]";
    }
}
