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
class ConversationMarksRepository {
    private static final String READ = """
            INSERT INTO conversation_read AS known (conversation_id, agent_id, tenant_id, seq)
            SELECT id, $3, tenant_id, LEAST(last_seq, $4) FROM conversation WHERE tenant_id = $1 AND id = $2
            ON CONFLICT (conversation_id, agent_id) DO UPDATE SET seq = EXCLUDED.seq WHERE known.seq < EXCLUDED.seq
            RETURNING seq
            """;

    private final Statements statements;

    ConversationMarksRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<Boolean> setLabels(TenantId tenant, UUID conversation, List<String> labels) {
        return set("labels", tenant, conversation, labels.toArray(String[]::new));
    }

    Uni<Boolean> setPriority(TenantId tenant, UUID conversation, Priority priority) {
        return set("priority", tenant, conversation, priority.rank());
    }

    Uni<Boolean> snooze(TenantId tenant, UUID conversation, @Nullable Instant until) {
        return set("snoozed_until", tenant, conversation, until);
    }

    /** False if the conversation does not exist. */
    private Uni<Boolean> set(String column, TenantId tenant, UUID conversation, @Nullable Object value) {
        return statements.of(tenant)
                .any("UPDATE conversation SET " + column + " = $3 WHERE tenant_id = $1 AND id = $2 RETURNING id",
                        tenant.value(), conversation, value);
    }

    Uni<Void> read(TenantId tenant, UUID conversation, UUID agent, long seq) {
        return statements.of(tenant).run(READ, tenant.value(), conversation, agent, seq);
    }
}
