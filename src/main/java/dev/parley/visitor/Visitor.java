package dev.parley.visitor;

import java.util.UUID;

import dev.parley.tenant.TenantId;

/** A person on a shop's page, anonymous or signed in. */
public record Visitor(TenantId tenant, UUID id) {}
