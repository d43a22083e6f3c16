package dev.parley.tenant;

import java.util.UUID;

/** Somebody on a shop's page, anonymous or signed in. */
public record Visitor(TenantId tenant, UUID id) {}
