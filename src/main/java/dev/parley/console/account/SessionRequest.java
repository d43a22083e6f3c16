package dev.parley.console.account;

import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;

/** {@code tenant} is needed if several shops know the e-mail; {@code code} is the second factor. */
public record SessionRequest(@NotBlank String email, @NotBlank String password, @Nullable String tenant,
        @Nullable String code) {
    @Override
    public String toString() {
        return "SessionRequest[hidden]";
    }
}
