package dev.parley.tool;

import java.util.List;
import java.util.UUID;

import dev.parley.platform.Etag;
import org.jspecify.annotations.Nullable;

/**
 * A declared action.
 *
 * @param sealedAuth the secret for the shop's server; null for none
 */
public record Tool(UUID id, ToolSettings settings, @Nullable String sealedAuth) {
    public String name() {
        return settings.name();
    }

    /** Another one after every change, of the secret too. */
    public String etag() {
        return Etag.of(settings + " " + sealedAuth);
    }

    public boolean needsVerifiedCustomer() {
        return settings.verified();
    }

    public boolean needsYes() {
        return settings.confirmed();
    }

    /** Whether it may change something, so that it must not be done twice nor be forgotten. */
    public boolean changes() {
        return settings.confirmed() || !settings.method().equals("GET");
    }

    /** Whether it may be sent again when nobody knows what came of it: the shop's server does it once. */
    public boolean repeatable() {
        return settings.idempotent() || settings.method().equals("GET");
    }

    /** What is wrong with a model's arguments, in words for the model; empty when nothing is. */
    public List<String> faults(String arguments) {
        return Schemas.faults(settings.parameters(), arguments);
    }
}
