package dev.parley.signin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.platform.database.Statements;
import dev.parley.signin.SecondFactors.State;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SecondFactorRepository {
    private static final String STATE = """
            SELECT f.confirmed_at, (SELECT count(*) FROM recovery_code c WHERE c.agent_id = f.agent_id) AS codes
            FROM second_factor f WHERE f.tenant_id = $1 AND f.agent_id = $2
            """;
    private static final String BEGIN = """
            INSERT INTO second_factor AS f (agent_id, tenant_id, sealed_secret) VALUES ($2, $1, $3)
            ON CONFLICT (agent_id) DO UPDATE SET sealed_secret = EXCLUDED.sealed_secret, last_step = 0
            WHERE f.confirmed_at IS NULL RETURNING agent_id
            """;
    private static final String CONFIRM = """
            WITH confirmed AS (
                UPDATE second_factor SET confirmed_at = $5, last_step = $4
                WHERE tenant_id = $1 AND agent_id = $2 AND sealed_secret = $3 AND confirmed_at IS NULL
                RETURNING agent_id, tenant_id
            ), codes AS (
                INSERT INTO recovery_code (agent_id, tenant_id, code_hash)
                SELECT agent_id, tenant_id, unnest(CAST($6 AS bytea[])) FROM confirmed
            )
            SELECT agent_id FROM confirmed
            """;
    private static final String REPLACE_CODES = """
            WITH factor AS (
                SELECT agent_id, tenant_id FROM second_factor WHERE tenant_id = $1 AND agent_id = $2 FOR UPDATE
            ), void AS (
                DELETE FROM recovery_code WHERE agent_id = (SELECT agent_id FROM factor)
            )
            INSERT INTO recovery_code (agent_id, tenant_id, code_hash)
            SELECT agent_id, tenant_id, unnest(CAST($3 AS bytea[])) FROM factor RETURNING agent_id
            """;
    private static final String USE_STEP = """
            UPDATE second_factor SET last_step = $3
            WHERE tenant_id = $1 AND agent_id = $2 AND confirmed_at IS NOT NULL AND last_step < $3 RETURNING agent_id
            """;

    private final Statements statements;

    SecondFactorRepository(Statements statements) {
        this.statements = statements;
    }

    record Factor(String sealedSecret, boolean confirmed) {}

    Uni<State> state(TenantId tenant, UUID agent) {
        return statements.of(tenant).row(STATE,
                row -> new State(Statements.instant(row, "confirmed_at"), row.getLong("codes").intValue()),
                tenant.value(), agent)
                .map(found -> found == null ? new State(null, 0) : found);
    }

    Uni<@Nullable Factor> find(TenantId tenant, UUID agent) {
        return statements.of(tenant).row(
                "SELECT sealed_secret, confirmed_at IS NOT NULL AS confirmed FROM second_factor WHERE tenant_id = $1 AND agent_id = $2",
                row -> new Factor(row.getString("sealed_secret"), row.getBoolean("confirmed")), tenant.value(), agent);
    }

    /** False if there is a confirmed factor. */
    Uni<Boolean> begin(TenantId tenant, UUID agent, String sealedSecret) {
        return done(tenant, BEGIN, tenant.value(), agent, sealedSecret);
    }

    /** False if the secret has changed or is confirmed already. */
    Uni<Boolean> confirm(Agent agent, Factor factor, long step, List<byte[]> codes, Instant now) {
        return done(agent.tenant(), CONFIRM, agent.tenant().value(), agent.id(), factor.sealedSecret(), step, now,
                buffers(codes));
    }

    Uni<Boolean> replaceCodes(TenantId tenant, UUID agent, List<byte[]> codes) {
        return done(tenant, REPLACE_CODES, tenant.value(), agent, buffers(codes));
    }

    /** False if a code of this or a later step was used; allows one of two concurrent uses. */
    Uni<Boolean> useStep(TenantId tenant, UUID agent, long step) {
        return done(tenant, USE_STEP, tenant.value(), agent, step);
    }

    /** False if the code is unknown or used. */
    Uni<Boolean> useCode(TenantId tenant, UUID agent, byte[] hash) {
        return done(tenant,
                "DELETE FROM recovery_code WHERE tenant_id = $1 AND agent_id = $2 AND code_hash = $3 RETURNING agent_id",
                tenant.value(), agent, Buffer.buffer(hash));
    }

    Uni<Void> remove(TenantId tenant, UUID agent) {
        return done(tenant, "DELETE FROM second_factor WHERE tenant_id = $1 AND agent_id = $2 RETURNING agent_id",
                tenant.value(), agent).replaceWithVoid();
    }

    private Uni<Boolean> done(TenantId tenant, String sql, Object... parameters) {
        return statements.of(tenant).any(sql, parameters);
    }

    private static Buffer[] buffers(List<byte[]> all) {
        return all.stream().map(Buffer::buffer).toArray(Buffer[]::new);
    }
}
