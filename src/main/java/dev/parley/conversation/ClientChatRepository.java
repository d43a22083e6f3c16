package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ReactiveRepository;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The chats of clients' programs. */
@ApplicationScoped
class ClientChatRepository extends ReactiveRepository {
    private final Rows rows = new Rows();

    private static final class Rows implements PanacheRepositoryBase<ConversationEntity, UUID> {}

    /** A conversation in which the same was said. */
    record Found(UUID conversation, String state) {}

    Uni<@Nullable UUID> byChat(TenantId tenant, String chat) {
        return inSession(tenant, () -> rows.getSession().chain(session -> session
                .createNativeQuery("SELECT conversation_id FROM client_chat WHERE tenant_id = :tenant AND chat = :chat",
                        UUID.class)
                .setParameter("tenant", tenant.value()).setParameter("chat", chat)
                .getSingleResultOrNull()));
    }

    /** Newest first, at most two. */
    Uni<List<Found>> bySaid(TenantId tenant, String said, Instant since) {
        return inSession(tenant, () -> rows.getSession().chain(session -> session
                .createNativeQuery("""
                        SELECT client.conversation_id, conversation.state FROM client_chat client
                        JOIN conversation ON conversation.id = client.conversation_id
                        WHERE client.tenant_id = :tenant AND client.said = :said AND client.chat IS NULL
                          AND client.updated_at > :since
                        ORDER BY client.updated_at DESC LIMIT 2""", Object[].class)
                .setParameter("tenant", tenant.value()).setParameter("said", said).setParameter("since", since)
                .getResultList()))
                .map(list -> list.stream().map(row -> new Found((UUID) row[0], (String) row[1])).toList());
    }

    Uni<Void> remember(TenantId tenant, UUID conversation, @Nullable String chat, String said, Instant now) {
        return inTransaction(tenant, () -> rows.getSession().chain(session -> session
                .createNativeQuery(
                        """
                        INSERT INTO client_chat (conversation_id, tenant_id, chat, said, updated_at)
                        VALUES (:conversation, :tenant, CAST(:chat AS text), :said, :now)
                        ON CONFLICT (conversation_id) DO UPDATE
                        SET chat = COALESCE(client_chat.chat, EXCLUDED.chat), said = EXCLUDED.said, updated_at = EXCLUDED.updated_at""")
                .setParameter("conversation", conversation).setParameter("tenant", tenant.value())
                .setParameter("chat", chat).setParameter("said", said).setParameter("now", now)
                .executeUpdate())).replaceWithVoid();
    }
}
