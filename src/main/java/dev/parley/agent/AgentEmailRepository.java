package dev.parley.agent;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.OpenShops;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Looks up agents by e-mail for sign-in, before the tenant is known. */
@ApplicationScoped
public class AgentEmailRepository {
    private static final String FIND = """
            SELECT %s, agent.password_hash FROM agent
            WHERE agent.email = $1 AND agent.disabled_at IS NULL AND %s
            LIMIT 10
            """.formatted(AgentRepository.COLUMNS, OpenShops.has("agent.tenant_id", "$2"));

    private final Statements statements;

    AgentEmailRepository(Statements statements) {
        this.statements = statements;
    }

    public record Candidate(Agent agent, @Nullable String passwordHash) {}

    public Uni<List<Candidate>> find(String email, @Nullable String shop) {
        return statements.ofEveryTenant().rows(FIND,
                row -> new Candidate(AgentRepository.toAgent(row), row.getString("password_hash")), email, shop);
    }
}
