package dev.parley.action;

import java.util.List;
import java.util.UUID;

import dev.parley.platform.Etag;
import org.jspecify.annotations.Nullable;

/** A declared action. {@code sealedAuth} is the secret for the shop's server, or null. */
public record Action(UUID id, ActionSettings settings, @Nullable String sealedAuth) {
    public String name() {
        return settings.name();
    }

    /** Also changes with the secret. */
    public String etag() {
        return Etag.of(settings + " " + sealedAuth);
    }

    public boolean needsVerifiedCustomer() {
        return settings.verified();
    }

    public boolean needsYes() {
        return settings.confirmed();
    }

    /** Must be neither repeated nor lost. */
    public boolean changes() {
        return settings.confirmed() || !settings.method().equals("GET");
    }

    /** May be sent again after an unknown outcome: the shop's server is idempotent. */
    public boolean repeatable() {
        return settings.idempotent() || settings.method().equals("GET");
    }

    /** Errors in words for the model; empty if valid. */
    public List<String> faults(String arguments) {
        return ArgumentSchemas.faults(settings.parameters(), arguments);
    }
}
