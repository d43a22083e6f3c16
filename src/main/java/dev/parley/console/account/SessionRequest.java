package dev.parley.console.account;

import org.jspecify.annotations.Nullable;

/**
 * Signs in.
 *
 * @param tenant the shop's slug, for those whose e-mail several shops have
 * @param code of the second factor, for those who have one
 */
public record SessionRequest(@Nullable String email, @Nullable String password, @Nullable String tenant,
        @Nullable String code) {
    @Override
    public String toString() {
        return "SessionRequest[hidden]";
    }
}
