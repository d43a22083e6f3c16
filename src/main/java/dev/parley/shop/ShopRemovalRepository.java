package dev.parley.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Deleted shops. Leases use the database's clock, so that replicas with wrong clocks agree. */
@ApplicationScoped
class ShopRemovalRepository {
    private static final String COLUMNS = "id, shop_id, slug, deleted_at, purge_at, restored_at, started_at, purged_at, deleted, remaining";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM shop_removal ";
    /** Much longer than a batch takes. */
    private static final String LEASE = "now() + INTERVAL '60 seconds'";

    private final Statements statements;
    private final ObjectMapper json;

    ShopRemovalRepository(Statements statements, ObjectMapper json) {
        this.statements = statements;
        this.json = json;
    }

    /** Also closes every session, which ends open consoles. Does nothing if the shop is deleted already. */
    Uni<Void> delete(Shop shop, UUID receipt, Instant now, Instant purgeAt) {
        return statements.of(shop.id()).run("""
                WITH shop AS (
                    UPDATE tenant SET deleted_at = $4 WHERE id = $2 AND deleted_at IS NULL RETURNING id
                ), closed AS (
                    UPDATE agent_session SET revoked_at = $4 FROM shop WHERE tenant_id = shop.id AND revoked_at IS NULL
                )
                INSERT INTO shop_removal (id, shop_id, slug, deleted_at, purge_at) SELECT $1, shop.id, $3, $4, $5 FROM shop
                RETURNING id""", receipt, shop.id().value(), shop.slug(), now, purgeAt);
    }

    Uni<Void> hasten(TenantId tenant, Instant now) {
        return statements.of(tenant).run("""
                UPDATE shop_removal SET purge_at = LEAST(purge_at, $2)
                WHERE shop_id = $1 AND restored_at IS NULL AND started_at IS NULL RETURNING id""", tenant.value(), now);
    }

    /** False once the purge has begun. */
    Uni<Boolean> restore(TenantId tenant, Instant now) {
        return statements.of(tenant).any("""
                WITH removal AS (
                    UPDATE shop_removal SET restored_at = $2
                    WHERE shop_id = $1 AND restored_at IS NULL AND started_at IS NULL RETURNING shop_id
                )
                UPDATE tenant SET deleted_at = NULL FROM removal WHERE id = shop_id RETURNING id""", tenant.value(),
                now);
    }

    Uni<@Nullable ShopRemoval> latest(TenantId tenant) {
        return statements.of(tenant).row(SELECT + "WHERE shop_id = $1 ORDER BY id DESC LIMIT 1", this::toRemoval,
                tenant.value());
    }

    Uni<@Nullable ShopRemoval> find(UUID id) {
        return statements.ofEveryTenant().row(SELECT + "WHERE id = $1", this::toRemoval, id);
    }

    Uni<List<ShopRemoval>> list(@Nullable UUID before, int max) {
        return statements.ofEveryTenant().rows(
                SELECT + "WHERE CAST($1 AS uuid) IS NULL OR id < $1 ORDER BY id DESC LIMIT $2",
                this::toRemoval, before, (long) max);
    }

    Uni<@Nullable ShopRemoval> take(UUID owner, Instant now) {
        return statements.ofEveryTenant().row("""
                UPDATE shop_removal SET owner = $1, held_until = %s, started_at = COALESCE(started_at, $2)
                WHERE id = (SELECT id FROM shop_removal
                    WHERE purged_at IS NULL AND restored_at IS NULL AND purge_at <= $2 AND held_until <= now()
                    ORDER BY purge_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING %s""".formatted(LEASE, COLUMNS), this::toRemoval, owner, now);
    }

    /** Records progress and extends the lease; false if another replica has it. */
    Uni<Boolean> keep(UUID id, UUID owner, Map<String, Long> deleted) {
        return statements.ofEveryTenant().any("""
                UPDATE shop_removal SET held_until = %s, deleted = $3 WHERE id = $1 AND owner = $2 RETURNING id"""
                .formatted(LEASE), id, owner, write(deleted));
    }

    Uni<Void> putOff(UUID id, UUID owner, Duration pause) {
        return statements.ofEveryTenant().run("""
                UPDATE shop_removal SET held_until = now() + INTERVAL '1 second' * CAST($3 AS bigint)
                WHERE id = $1 AND owner = $2
                RETURNING id""", id, owner, pause.toSeconds());
    }

    Uni<Void> finish(UUID id, UUID owner, Instant now, long remaining) {
        return statements.ofEveryTenant().run("""
                UPDATE shop_removal SET purged_at = $3, remaining = $4 WHERE id = $1 AND owner = $2 RETURNING id""", id,
                owner, now, remaining);
    }

    /** Deletes the shop's row and, by cascade, small rows that refer to it. */
    Uni<Void> deleteShop(TenantId tenant) {
        return statements.of(tenant).run("DELETE FROM tenant WHERE id = $1 AND deleted_at IS NOT NULL RETURNING id",
                tenant.value());
    }

    /** Counts rows in all tables with a tenant column, whatever package owns them. */
    Uni<Long> remaining(TenantId tenant) {
        return statements.of(tenant)
                .rows("""
                SELECT DISTINCT c.table_name FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                WHERE c.column_name = 'tenant_id' AND c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'""",
                        row -> row.getString("table_name"))
                .chain(tables -> statements.of(tenant).row(counting(tables), row -> row.getLong("remaining"),
                        tenant.value()))
                .map(count -> count == null ? 0 : count);
    }

    private static String counting(List<String> tables) {
        StringBuilder sum = new StringBuilder("SELECT (SELECT count(*) FROM tenant WHERE id = $1)");
        tables.forEach(table -> sum.append(" + (SELECT count(*) FROM \"").append(table)
                .append("\" WHERE tenant_id = $1)"));
        return sum.append(" AS remaining").toString();
    }

    private ShopRemoval toRemoval(Row row) {
        return new ShopRemoval(row.getUUID("id"), new TenantId(row.getUUID("shop_id")), row.getString("slug"),
                Objects.requireNonNull(Statements.instant(row, "deleted_at")),
                Objects.requireNonNull(Statements.instant(row, "purge_at")),
                Statements.instant(row, "restored_at"), Statements.instant(row, "started_at"),
                Statements.instant(row, "purged_at"),
                read(row.getString("deleted")), row.getLong("remaining"));
    }

    private Map<String, Long> read(String stored) {
        try {
            return json.readValue(stored, new TypeReference<TreeMap<String, Long>>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Map<String, Long> deleted) {
        try {
            return json.writeValueAsString(deleted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
