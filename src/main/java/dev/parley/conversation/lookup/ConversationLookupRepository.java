package dev.parley.conversation.lookup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ConversationLookupRepository {
    private final Statements statements;

    ConversationLookupRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<List<UUID>> of(TenantId tenant, UUID visitor) {
        return statements.of(tenant).rows("SELECT id FROM conversation WHERE tenant_id = $1 AND visitor_id = $2",
                row -> row.getUUID("id"), tenant.value(), visitor);
    }

    Uni<@Nullable UUID> visitor(TenantId tenant, UUID conversation) {
        return statements.of(tenant).row("SELECT visitor_id FROM conversation WHERE tenant_id = $1 AND id = $2",
                row -> row.getUUID("visitor_id"), tenant.value(), conversation);
    }

    Uni<@Nullable Instant> closedAt(TenantId tenant, UUID conversation) {
        return statements.of(tenant).row("SELECT closed_at FROM conversation WHERE tenant_id = $1 AND id = $2",
                row -> Statements.instant(row, "closed_at"), tenant.value(), conversation);
    }

    Uni<List<UUID>> idle(TenantId tenant, Collection<UUID> conversations, Instant before) {
        return statements.of(tenant).rows(
                "SELECT id FROM conversation WHERE tenant_id = $1 AND id = ANY ($2) AND last_activity_at < $3",
                row -> row.getUUID("id"), tenant.value(), conversations.toArray(UUID[]::new), before);
    }

    Uni<Set<UUID>> present(TenantId tenant, Collection<UUID> conversations) {
        return statements.of(tenant).rows("SELECT id FROM conversation WHERE tenant_id = $1 AND id = ANY ($2)",
                row -> row.getUUID("id"), tenant.value(), conversations.toArray(UUID[]::new)).map(Set::copyOf);
    }
}
