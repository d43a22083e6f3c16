package dev.parley.visitor;

import java.util.UUID;

import dev.parley.tenant.TenantId;

public record Visitor(TenantId tenant, UUID id) {}
