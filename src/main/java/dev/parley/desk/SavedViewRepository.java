package dev.parley.desk;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Priority;
import dev.parley.desk.SavedView.Filter;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SavedViewRepository {
    private static final String SEEN = """
            SELECT id, owner_id, name, view, label, priority, agent_id FROM saved_view
            WHERE tenant_id = $1 AND (owner_id IS NULL OR owner_id = $2)
            """;
    private static final String ADD = """
            INSERT INTO saved_view (id, tenant_id, owner_id, name, view, label, priority, agent_id)
            SELECT $2, $1, CAST($3 AS uuid), $4, $5, $6, $7, $8
            WHERE (SELECT count(*) FROM saved_view WHERE tenant_id = $1 AND owner_id IS NOT DISTINCT FROM CAST($3 AS uuid)) < $9
            RETURNING id
            """;
    private static final String CHANGE = """
            UPDATE saved_view SET name = $3, view = $4, label = $5, priority = $6, agent_id = $7, owner_id = $8
            WHERE tenant_id = $1 AND id = $2 AND (CAST($9 AS boolean) OR (name = $10 AND view = $11
                AND label IS NOT DISTINCT FROM CAST($12 AS text) AND priority IS NOT DISTINCT FROM CAST($13 AS text)
                AND agent_id IS NOT DISTINCT FROM CAST($14 AS uuid) AND (owner_id IS NULL) = CAST($15 AS boolean)))
            RETURNING id
            """;

    private final Statements statements;

    SavedViewRepository(Statements statements) {
        this.statements = statements;
    }

    /** Shared views, then the agent's own, each by name. */
    Uni<List<SavedView>> of(TenantId tenant, UUID agent) {
        return statements.of(tenant).rows(SEEN + " ORDER BY owner_id IS NOT NULL, name, id",
                SavedViewRepository::toView, tenant.value(), agent);
    }

    Uni<@Nullable SavedView> find(TenantId tenant, UUID agent, UUID id) {
        return statements.of(tenant).row(SEEN + " AND id = $3", SavedViewRepository::toView, tenant.value(), agent,
                id);
    }

    /** False if the limit is reached. */
    Uni<Boolean> add(TenantId tenant, @Nullable UUID owner, SavedView view, int max) {
        Filter filter = view.filter();
        return statements.of(tenant).any(ADD, tenant.value(), view.id(), owner, filter.name(),
                filter.view().wire(), filter.label(), wire(filter.priority()), filter.agent(), (long) max);
    }

    /** False if there is none, or if it is no longer as {@code former}; null for whatever it is. */
    Uni<Boolean> change(TenantId tenant, @Nullable UUID owner, SavedView view, @Nullable SavedView former) {
        Filter filter = view.filter();
        Filter was = former == null ? filter : former.filter();
        return statements.of(tenant).any(CHANGE, tenant.value(), view.id(),
                filter.name(), filter.view().wire(), filter.label(), wire(filter.priority()), filter.agent(), owner,
                former == null, was.name(), was.view().wire(), was.label(), wire(was.priority()), was.agent(),
                former != null && former.shared());
    }

    Uni<Boolean> remove(TenantId tenant, UUID id) {
        return statements.of(tenant).any("DELETE FROM saved_view WHERE tenant_id = $1 AND id = $2 RETURNING id",
                tenant.value(), id);
    }

    private static @Nullable String wire(@Nullable Priority priority) {
        return priority == null ? null : priority.wire();
    }

    private static SavedView toView(Row row) {
        String priority = row.getString("priority");
        return new SavedView(row.getUUID("id"), row.getUUID("owner_id") == null, new Filter(row.getString("name"),
                InboxView.of(row.getString("view")), row.getString("label"),
                priority == null ? null : Priority.of(priority),
                row.getUUID("agent_id")));
    }
}
