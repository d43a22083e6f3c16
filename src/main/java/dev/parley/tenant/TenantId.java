package dev.parley.tenant;

import java.util.UUID;

/** The first argument of whatever reads or writes a tenant's rows. */
public record TenantId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
