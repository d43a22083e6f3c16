package dev.parley.conversation;

import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.ShopData;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ShopConversations implements ShopData {
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final ConversationPurge purge;

    ShopConversations(ConversationPurge purge) {
        this.purge = purge;
    }

    @Override
    public int turn() {
        return 1;
    }

    @Override
    public Uni<Map<String, Long>> deleteSome(TenantId tenant, int max) {
        return purge.purgeIdle(tenant, END_OF_TIME, max)
                .map(gone -> Map.of("conversations", (long) gone.conversations(), "messages", (long) gone.messages(),
                        "answers", (long) gone.answers()));
    }
}
