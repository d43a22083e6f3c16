package dev.parley.action;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ActionRepository {
    private final Statements statements;
    private final ObjectMapper json;

    ActionRepository(Statements statements, ObjectMapper json) {
        this.statements = statements;
        this.json = json;
    }

    Uni<List<Action>> all(TenantId tenant) {
        return statements.of(tenant).rows(
                "SELECT id, settings, sealed_auth FROM tool WHERE tenant_id = $1 ORDER BY name",
                this::toTool, tenant.value());
    }

    /** {@code text} may differ from today's serialization, since fields were added later. */
    record StoredAction(Action action, String text) {}

    Uni<@Nullable StoredAction> find(TenantId tenant, UUID id) {
        return statements.of(tenant).row("SELECT id, settings, sealed_auth FROM tool WHERE tenant_id = $1 AND id = $2",
                row -> new StoredAction(toTool(row), row.getString("settings")), tenant.value(), id);
    }

    private Action toTool(Row row) {
        try {
            return new Action(row.getUUID("id"), json.readValue(row.getString("settings"), ActionSettings.class),
                    row.getString("sealed_auth"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The action " + row.getUUID("id") + " is not readable", e);
        }
    }

    /** False if the limit is reached. */
    Uni<Boolean> add(TenantId tenant, Action action, int max) {
        return statements.of(tenant).any("""
                INSERT INTO tool (id, tenant_id, name, settings, sealed_auth)
                SELECT $2, $1, $3, $4, CAST($5 AS text) WHERE shop_rows('tool', $1, 'true') < $6
                RETURNING id""", tenant.value(), action.id(), action.name(), write(action),
                action.sealedAuth(), (long) max);
    }

    /** Changes nothing if it no longer equals {@code known}, unless that is null. */
    Uni<Boolean> change(TenantId tenant, Action action, @Nullable StoredAction known) {
        return statements.of(tenant).any("""
                UPDATE tool SET name = $3, settings = $4, sealed_auth = $5 WHERE tenant_id = $1 AND id = $2
                  AND (CAST($6 AS text) IS NULL OR (settings = $6 AND sealed_auth IS NOT DISTINCT FROM CAST($7 AS text)))
                RETURNING id""", tenant.value(), action.id(), action.name(), write(action), action.sealedAuth(),
                known == null ? null : known.text(), known == null ? null : known.action().sealedAuth());
    }

    private String write(Action action) {
        try {
            return json.writeValueAsString(action.settings());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Uni<Boolean> remove(TenantId tenant, UUID id) {
        return statements.of(tenant).any("DELETE FROM tool WHERE tenant_id = $1 AND id = $2 RETURNING id",
                tenant.value(), id);
    }
}
