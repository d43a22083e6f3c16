package dev.parley.conversation;

import java.util.UUID;

import dev.parley.tenant.TenantId;

/** For listeners that cannot follow a new conversation because they do not know its id yet. */
public record ConversationOpened(TenantId tenant, UUID conversation, UUID visitor) {}
