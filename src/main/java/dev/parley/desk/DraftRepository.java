package dev.parley.desk;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.desk.Drafts.Draft;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DraftRepository {
    private final Statements statements;

    DraftRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<@Nullable Draft> find(Agent agent, UUID conversation) {
        return statements.of(agent.tenant()).row(
                "SELECT text, at FROM draft WHERE tenant_id = $1 AND conversation_id = $2 AND agent_id = $3",
                row -> new Draft(row.getString("text"), Statements.instant(row, "at")), agent.tenant().value(),
                conversation,
                agent.id());
    }

    Uni<Void> keep(Agent agent, UUID conversation, Draft draft) {
        return statements.of(agent.tenant()).run("""
                INSERT INTO draft (conversation_id, agent_id, tenant_id, text, at)
                VALUES ($2, $3, $1, $4, $5)
                ON CONFLICT (conversation_id, agent_id) DO UPDATE SET text = EXCLUDED.text, at = EXCLUDED.at
                RETURNING agent_id""", agent.tenant().value(), conversation, agent.id(),
                draft.text(), draft.at());
    }

    Uni<Void> remove(TenantId tenant, UUID conversation, UUID agent) {
        return statements.of(tenant).run(
                "DELETE FROM draft WHERE tenant_id = $1 AND conversation_id = $2 AND agent_id = $3 RETURNING agent_id",
                tenant.value(), conversation, agent);
    }
}
