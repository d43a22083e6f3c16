package dev.parley.signin;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.agent.AgentRepository;
import dev.parley.platform.Statements;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Who may be meant by an e-mail address. The only reading of agents that does not know its tenant yet. */
@ApplicationScoped
class SignInRepository {
    private static final String FIND = """
            SELECT %s, agent.password_hash FROM agent JOIN tenant ON tenant.id = agent.tenant_id
            WHERE agent.email = $1 AND agent.disabled_at IS NULL AND tenant.deleted_at IS NULL
              AND (CAST($2 AS text) IS NULL OR tenant.slug = $2)
            LIMIT 10
            """.formatted(AgentRepository.COLUMNS);

    private final Statements statements;

    SignInRepository(Statements statements) {
        this.statements = statements;
    }

    record Candidate(Agent agent, @Nullable String passwordHash) {}

    Uni<List<Candidate>> find(String email, @Nullable String shop) {
        return statements.ofEveryTenant().rows(FIND,
                row -> new Candidate(AgentRepository.toAgent(row), row.getString("password_hash")), email, shop);
    }
}
