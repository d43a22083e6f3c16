package dev.parley.agent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class AgentRepository {
    public static final String COLUMNS = "agent.id, agent.tenant_id, agent.email, agent.name, agent.role, (agent.password_hash IS NULL AND agent.sso_subject IS NULL) AS invited, "
            + "agent.disabled_at IS NOT NULL AS disabled, agent.away, agent.capacity, agent.skills";

    private static final String CREATE = """
            INSERT INTO agent (id, tenant_id, email, name, role, capacity, skills, password_hash, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (tenant_id, email) DO NOTHING RETURNING
            """ + COLUMNS;

    /** Only if the shop has no agent. The unique e-mail decides between replicas that start at once. */
    private static final String CREATE_FIRST = """
            INSERT INTO agent (id, tenant_id, email, name, role, password_hash, created_at)
            SELECT $1, $2, $3, $4, 'administrator', $5, $6 WHERE NOT EXISTS (SELECT 1 FROM agent WHERE tenant_id = $2)
            ON CONFLICT (tenant_id, email) DO NOTHING RETURNING id
            """;

    /** Locks and rereads the shop's administrators: if two demote each other at once, the second is refused. */
    private static final String UPDATE = """
            WITH administrators AS (
                SELECT id FROM agent WHERE tenant_id = $1 AND role = 'administrator' AND disabled_at IS NULL
                ORDER BY id FOR UPDATE
            ), changed AS (
                UPDATE agent SET name = $3, role = $4, capacity = $5, skills = $6,
                    disabled_at = CASE WHEN $7 THEN COALESCE(disabled_at, $8) END
                WHERE tenant_id = $1 AND id = $2
                  AND (($4 = 'administrator' AND NOT $7) OR EXISTS (SELECT 1 FROM administrators WHERE id <> $2))
                RETURNING %s
            ), closed AS (
                UPDATE agent_session SET revoked_at = $8
                WHERE agent_id = (SELECT id FROM changed) AND revoked_at IS NULL AND $7
            )
            SELECT * FROM changed
            """.formatted(COLUMNS);

    private static final String CHANGE_PASSWORD = """
            WITH changed AS (
                UPDATE agent SET password_hash = $3 WHERE tenant_id = $1 AND id = $2 RETURNING id
            ), closed AS (
                UPDATE agent_session SET revoked_at = $5 FROM changed
                WHERE agent_id = changed.id AND revoked_at IS NULL AND agent_session.id <> $4
            ), void AS (
                UPDATE agent_link SET used_at = $5 FROM changed WHERE agent_id = changed.id AND used_at IS NULL
            )
            SELECT id FROM changed
            """;

    private final Statements statements;

    AgentRepository(Statements statements) {
        this.statements = statements;
    }

    /** Null if the e-mail exists in the shop. */
    Uni<@Nullable Agent> create(TenantId tenant, UUID id, AgentDetails details, @Nullable String passwordHash,
            Instant now) {
        return statements.of(tenant).row(CREATE, AgentRepository::toAgent, id, tenant.value(), details.email(),
                details.name(),
                details.role().wire(), details.capacity(), array(details.skills()), passwordHash, now);
    }

    /** False if the shop had an agent already. */
    public Uni<Boolean> createFirst(TenantId tenant, UUID id, AgentDetails details, String passwordHash, Instant now) {
        return statements.of(tenant)
                .any(CREATE_FIRST, id, tenant.value(), details.email(), details.name(),
                        passwordHash, now);
    }

    /** Null if the agent does not exist, or would be the last administrator. Disabling closes sessions. */
    Uni<@Nullable Agent> update(TenantId tenant, UUID id, AgentDetails details, boolean disabled, Instant now) {
        return statements.of(tenant).row(UPDATE, AgentRepository::toAgent, tenant.value(), id, details.name(),
                details.role().wire(), details.capacity(), array(details.skills()), disabled, now);
    }

    Uni<@Nullable Agent> find(TenantId tenant, UUID id) {
        return statements.of(tenant).row("SELECT " + COLUMNS + " FROM agent WHERE tenant_id = $1 AND id = $2",
                AgentRepository::toAgent, tenant.value(), id);
    }

    Uni<List<Agent>> all(TenantId tenant) {
        return statements.of(tenant).rows("SELECT " + COLUMNS + " FROM agent WHERE tenant_id = $1 ORDER BY name, id",
                AgentRepository::toAgent, tenant.value());
    }

    Uni<Map<UUID, String>> names(TenantId tenant, Collection<UUID> ids) {
        return statements.of(tenant).rows("SELECT id, name FROM agent WHERE tenant_id = $1 AND id = ANY ($2)",
                row -> Map.entry(row.getUUID("id"), row.getString("name")), tenant.value(), ids.toArray(UUID[]::new))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Uni<Long> countEnabled(TenantId tenant) {
        return statements.of(tenant)
                .row("SELECT count(*) AS enabled FROM agent WHERE tenant_id = $1 AND disabled_at IS NULL",
                        row -> row.getLong("enabled"), tenant.value())
                .map(count -> count == null ? 0 : count);
    }

    public Uni<@Nullable String> passwordHash(TenantId tenant, UUID id) {
        return statements.of(tenant).row("SELECT password_hash FROM agent WHERE tenant_id = $1 AND id = $2",
                row -> row.getString("password_hash"), tenant.value(), id);
    }

    /** Closes the agent's other sessions and voids links. */
    public Uni<Void> changePassword(TenantId tenant, UUID id, String hash, UUID keptSession, Instant now) {
        return statements.of(tenant)
                .run(CHANGE_PASSWORD, tenant.value(), id, hash, keptSession, now);
    }

    Uni<Void> setAway(TenantId tenant, UUID id, boolean away) {
        return statements.of(tenant).run("UPDATE agent SET away = $3 WHERE tenant_id = $1 AND id = $2 RETURNING id",
                tenant.value(), id, away);
    }

    Uni<@Nullable String> preferences(TenantId tenant, UUID id) {
        return statements.of(tenant).row("SELECT preferences FROM agent WHERE tenant_id = $1 AND id = $2",
                row -> row.getString("preferences"),
                tenant.value(), id);
    }

    Uni<Void> setPreferences(TenantId tenant, UUID id, String preferences) {
        return statements.of(tenant)
                .run("UPDATE agent SET preferences = $3 WHERE tenant_id = $1 AND id = $2 RETURNING id", tenant.value(),
                        id, preferences);
    }

    Uni<@Nullable List<UUID>> viewOrder(TenantId tenant, UUID id) {
        return statements.of(tenant).row("SELECT view_order FROM agent WHERE tenant_id = $1 AND id = $2",
                row -> List.of(row.getArrayOfUUIDs("view_order")), tenant.value(), id);
    }

    Uni<Void> setViewOrder(TenantId tenant, UUID id, List<UUID> order) {
        return statements.of(tenant).run(
                "UPDATE agent SET view_order = $3 WHERE tenant_id = $1 AND id = $2 RETURNING id", tenant.value(), id,
                order.toArray(UUID[]::new));
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    public static Agent toAgent(Row row) {
        return new Agent(row.getUUID("id"), new TenantId(row.getUUID("tenant_id")), row.getString("email"),
                row.getString("name"),
                AgentRole.of(row.getString("role")), row.getBoolean("invited"), row.getBoolean("disabled"),
                row.getBoolean("away"),
                row.getInteger("capacity"), List.of(row.getArrayOfStrings("skills")));
    }
}
