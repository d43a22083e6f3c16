package dev.parley.tenant;

import java.util.UUID;

import dev.parley.platform.database.Visible;

/** The first argument of every method that reads or writes a tenant's rows. */
public record TenantId(UUID value) implements Visible {
    @Override
    public String setting() {
        return value.toString();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
