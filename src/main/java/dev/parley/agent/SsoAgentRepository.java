package dev.parley.agent;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.OpenShops;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Agents of the identity provider. Like {@link AgentEmailRepository}, it reads agents before the tenant is known. */
@ApplicationScoped
public class SsoAgentRepository {
    /** Once the subject is known, the e-mail no longer matters: it may belong to somebody else by then. */
    private static final String FIND = """
            SELECT %s FROM agent
            WHERE (agent.sso_subject = $1 OR (agent.sso_subject IS NULL AND agent.email = $2
                    AND NOT EXISTS (SELECT 1 FROM agent known WHERE known.sso_subject = $1 AND known.tenant_id = agent.tenant_id)))
              AND agent.disabled_at IS NULL AND %s
            LIMIT 10
            """.formatted(AgentRepository.COLUMNS, OpenShops.has("agent.tenant_id", "$3"));

    /** Also by subject, so that a changed e-mail does not hide a disabled agent. */
    private static final String DISABLED = """
            SELECT 1 FROM agent
            WHERE (agent.sso_subject = $1 OR (agent.sso_subject IS NULL AND agent.email = $2)) AND agent.disabled_at IS NOT NULL
              AND %s
            LIMIT 1
            """.formatted(OpenShops.has("agent.tenant_id", "$3"));

    /** Only the role, and only of enabled agents: the provider cannot enable an agent. */
    private static final String SET_ROLE = """
            WITH administrators AS (
                SELECT id FROM agent WHERE tenant_id = $1 AND role = 'administrator' AND disabled_at IS NULL
                ORDER BY id FOR UPDATE
            )
            UPDATE agent SET role = $3 WHERE tenant_id = $1 AND id = $2 AND disabled_at IS NULL
              AND ($3 = 'administrator' OR role <> 'administrator' OR EXISTS (SELECT 1 FROM administrators WHERE id <> $2))
            RETURNING
            """ + AgentRepository.COLUMNS;

    private static final String BIND = """
            UPDATE agent SET sso_subject = $3
            WHERE tenant_id = $1 AND id = $2 AND disabled_at IS NULL AND COALESCE(sso_subject, $3) = $3
            RETURNING
            """ + AgentRepository.COLUMNS;

    private final Statements statements;

    protected SsoAgentRepository(Statements statements) {
        this.statements = statements;
    }

    public Uni<List<Agent>> find(String subject, String email, @Nullable String shop) {
        return statements.ofEveryTenant().rows(FIND, AgentRepository::toAgent, subject, email, shop);
    }

    public Uni<Boolean> isDisabled(String subject, String email, @Nullable String shop) {
        return statements.ofEveryTenant().any(DISABLED, subject, email, shop);
    }

    /** Null if the agent is disabled or would be the last administrator. */
    public Uni<@Nullable Agent> setRole(Agent agent, AgentRole role) {
        return statements.of(agent.tenant()).row(SET_ROLE, AgentRepository::toAgent, agent.tenant().value(), agent.id(),
                role.wire());
    }

    /** Null if the agent was bound to another subject or disabled meanwhile. */
    public Uni<@Nullable Agent> bind(TenantId tenant, UUID agent, String subject) {
        return statements.of(tenant).row(BIND, AgentRepository::toAgent, tenant.value(), agent, subject);
    }
}
