package dev.parley.shop;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.agent.AgentDetails;
import dev.parley.key.ApiKey;
import dev.parley.platform.Token;
import dev.parley.platform.database.Statements;
import dev.parley.shop.ShopRegistry.Made;
import dev.parley.tenant.ShopLimits;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.VisitorKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ShopRepository {
    private static final String SELECT = """
            SELECT tenant.id, slug, name, CAST(settings AS jsonb) -> 'allowed_origins' AS origins, suspended_at, limits, created_at,
                tenant.deleted_at, (SELECT purge_at FROM shop_removal WHERE shop_id = tenant.id AND restored_at IS NULL
                    ORDER BY id DESC LIMIT 1) AS purge_at
            FROM tenant""";

    /** A single statement: a shop without an administrator would block its slug. */
    private static final String CREATE = """
            WITH shop AS (
                INSERT INTO tenant (id, slug, name, settings, visitor_key, suspended_at, limits, created_at, sealed_visitor_key)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $18) ON CONFLICT (slug) DO NOTHING RETURNING id
            ), key AS (
                INSERT INTO api_key (id, tenant_id, name, key_hash, scopes, hint, created_at)
                SELECT $9, id, 'first key', $10, $11, $12, $8 FROM shop
            ), administrator AS (
                INSERT INTO agent (id, tenant_id, email, name, role, created_at)
                SELECT $13, id, $14, $15, 'administrator', $8 FROM shop
            ), link AS (
                INSERT INTO agent_link (token_hash, tenant_id, agent_id, created_at, expires_at)
                SELECT $16, id, $13, $8, $17 FROM shop
            )
            SELECT id FROM shop""";

    private final Statements statements;
    private final ObjectMapper json;

    ShopRepository(Statements statements, ObjectMapper json) {
        this.statements = statements;
        this.json = json;
    }

    /** Null if the slug is taken. */
    Uni<@Nullable UUID> create(Made made, AgentDetails administrator, String settings, VisitorKeys.StoredKey visitorKey,
            UUID key,
            UUID agent) {
        Shop shop = made.shop();
        return statements.of(shop.id()).row(CREATE, row -> row.getUUID("id"), shop.id().value(), shop.slug(),
                shop.name(),
                settings,
                VisitorKeys.buffer(visitorKey), shop.suspendedAt(), write(shop.limits()), shop.createdAt(), key,
                Buffer.buffer(ApiKey.hash(made.apiKey())), String.join(" ", ApiKey.SCOPES), ApiKey.hint(made.apiKey()),
                agent, administrator.email(), administrator.name(), Buffer.buffer(Token.hash(made.linkToken())),
                made.linkExpiresAt(), visitorKey.sealed());
    }

    Uni<@Nullable Shop> find(String slug) {
        return statements.ofEveryTenant().row(SELECT + " WHERE slug = $1", this::toShop, slug);
    }

    Uni<List<Shop>> list(@Nullable UUID before, int max) {
        return statements.ofEveryTenant().rows(
                SELECT + " WHERE CAST($1 AS uuid) IS NULL OR tenant.id < $1 ORDER BY tenant.id DESC LIMIT $2",
                this::toShop, before, (long) max);
    }

    /** Null if the shop has changed meanwhile. */
    Uni<@Nullable Shop> change(Shop before, Shop after) {
        return statements.ofEveryTenant().row("""
                UPDATE tenant SET name = $6, suspended_at = $7, limits = $8,
                    settings = CAST(CAST(settings AS jsonb) || jsonb_build_object('allowed_origins', CAST(CAST($9 AS text) AS jsonb)) AS text)
                WHERE id = $1 AND name = $2 AND suspended_at IS NOT DISTINCT FROM $3 AND limits = $4 AND deleted_at IS NULL
                  AND CAST(settings AS jsonb) -> 'allowed_origins' = CAST(CAST($5 AS text) AS jsonb)
                RETURNING id""", row -> after, before.id().value(), before.name(), before.suspendedAt(),
                write(before.limits()), write(before.origins()), after.name(), after.suspendedAt(),
                write(after.limits()), write(after.origins()));
    }

    private Shop toShop(Row row) {
        Instant created = Objects.requireNonNull(Statements.instant(row, "created_at"));
        return new Shop(new TenantId(row.getUUID("id")), row.getString("slug"), row.getString("name"),
                row.getJsonArray("origins").stream().map(String::valueOf).toList(),
                Statements.instant(row, "suspended_at"),
                limits(row.getString("limits")), created, Statements.instant(row, "deleted_at"),
                Statements.instant(row, "purge_at"));
    }

    private ShopLimits limits(String stored) {
        try {
            return json.readValue(stored, ShopLimits.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
