package dev.parley.tool;

import java.util.UUID;

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

    public boolean needsVerifiedCustomer() {
        return settings.verified();
    }

    public boolean needsYes() {
        return settings.confirmed();
    }
}
