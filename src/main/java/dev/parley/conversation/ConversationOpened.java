package dev.parley.conversation;

import java.util.UUID;

import dev.parley.tenant.TenantId;

/** A visitor has a new conversation. Told after the commit, to those who cannot follow it yet because they do not know its id. */
public record ConversationOpened(TenantId tenant, UUID conversation, UUID visitor) {}
