package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ClientChatRepository {
    private final Statements statements;

    ClientChatRepository(Statements statements) {
        this.statements = statements;
    }

    record ChatConversation(UUID conversation, String state) {}

    Uni<@Nullable UUID> byChat(TenantId tenant, String chat) {
        return statements.of(tenant).row("SELECT conversation_id FROM client_chat WHERE tenant_id = $1 AND chat = $2",
                row -> row.getUUID("conversation_id"), tenant.value(), chat);
    }

    /** Newest first, at most two. */
    Uni<List<ChatConversation>> bySaid(TenantId tenant, String said, Instant since) {
        return statements.of(tenant).rows("""
                SELECT client.conversation_id, conversation.state FROM client_chat client
                JOIN conversation ON conversation.id = client.conversation_id
                WHERE client.tenant_id = $1 AND client.said = $2 AND client.chat IS NULL AND client.updated_at > $3
                ORDER BY client.updated_at DESC LIMIT 2""",
                row -> new ChatConversation(row.getUUID("conversation_id"), row.getString("state")), tenant.value(),
                said, since);
    }

    Uni<Void> remember(TenantId tenant, UUID conversation, @Nullable String chat, String said, Instant now) {
        return statements.of(tenant).run(
                """
                INSERT INTO client_chat (conversation_id, tenant_id, chat, said, updated_at)
                VALUES ($1, $2, CAST($3 AS text), $4, $5)
                ON CONFLICT (conversation_id) DO UPDATE
                SET chat = COALESCE(client_chat.chat, EXCLUDED.chat), said = EXCLUDED.said, updated_at = EXCLUDED.updated_at""",
                conversation, tenant.value(), chat, said, now);
    }
}
