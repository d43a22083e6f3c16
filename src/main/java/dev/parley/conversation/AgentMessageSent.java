package dev.parley.conversation;

import java.util.UUID;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Runs after an agent's message is stored, before the agent gets the acknowledgement. A failure is logged; the message stays. */
public interface AgentMessageSent {
    Uni<Void> sent(TenantId tenant, UUID conversation, UUID agent);
}
