package dev.parley.conversation.lookup;

import java.util.UUID;

import dev.parley.tenant.TenantId;

/** How far a conversation has come. */
public record Standing(TenantId tenant, UUID conversation, long lastSeq, int epoch) {}
