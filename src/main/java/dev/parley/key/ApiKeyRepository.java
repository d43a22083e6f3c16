package dev.parley.key;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class ApiKeyRepository {
    private static final String COLUMNS = "id, tenant_id, name, scopes, hint, created_at, expires_at, last_used_at, replaced_by, requests_per_minute";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM api_key ";

    /** Enforces the limit. Keys that were replaced are about to end and do not count. */
    private static final String ADD = """
            INSERT INTO api_key (id, tenant_id, name, key_hash, scopes, hint, created_at, expires_at, requests_per_minute)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
            WHERE shop_rows('api_key', $2, 'revoked_at IS NULL AND replaced_by IS NULL') < $10
            RETURNING\s""" + COLUMNS;

    /** One of two concurrent rotations succeeds. The number of replaced keys that are still valid is limited. */
    private static final String ROTATE = """
            WITH old AS (
                SELECT * FROM api_key
                WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL AND replaced_by IS NULL
                    AND (expires_at IS NULL OR expires_at > $5)
                    AND shop_rows('api_key', $1, 'revoked_at IS NULL AND replaced_by IS NOT NULL AND expires_at > now()') < $8
                FOR UPDATE
            ), ended AS (
                UPDATE api_key SET replaced_by = $3, expires_at = LEAST(COALESCE(old.expires_at, $7), $7)
                FROM old WHERE api_key.id = old.id
            )
            INSERT INTO api_key (id, tenant_id, name, key_hash, scopes, hint, created_at, expires_at, requests_per_minute)
            SELECT $3, tenant_id, name, $4, scopes, $6, $5, $5 + (expires_at - created_at), requests_per_minute FROM old
            RETURNING\s""" + COLUMNS;

    private final Statements statements;

    ApiKeyRepository(Statements statements) {
        this.statements = statements;
    }

    /** Not cached, so that a revoked key is refused from the next request on, on every replica. */
    public Uni<@Nullable ApiKeyDetails> findValid(byte[] hash, Instant now) {
        return statements.ofEveryTenant().row(
                SELECT + "WHERE key_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)",
                ApiKeyRepository::toDetails, Buffer.buffer(hash), now);
    }

    /** Keys that are not revoked, newest first. */
    Uni<List<ApiKeyDetails>> of(TenantId tenant) {
        return statements.of(tenant).rows(
                SELECT + "WHERE tenant_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id DESC",
                ApiKeyRepository::toDetails, tenant.value());
    }

    Uni<@Nullable ApiKeyDetails> find(TenantId tenant, UUID id) {
        return statements.of(tenant).row(SELECT + "WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL",
                ApiKeyRepository::toDetails, tenant.value(), id);
    }

    /** Null if the shop has reached its limit. */
    Uni<@Nullable ApiKeyDetails> add(TenantId tenant, UUID id, ApiKeys.Checked request, String secret, Instant now,
            int max) {
        return statements.of(tenant).row(ADD, ApiKeyRepository::toDetails, id, tenant.value(), request.name(),
                hash(secret),
                String.join(" ", request.scopes()), ApiKey.hint(secret), now, request.expiresAt(),
                request.requestsPerMinute(),
                (long) max);
    }

    /** Null if the key is absent, replaced or expired. */
    Uni<@Nullable ApiKeyDetails> rotate(TenantId tenant, UUID id, UUID fresh, String secret, Instant now,
            Instant oldEnds, int max) {
        return statements.of(tenant).row(ROTATE, ApiKeyRepository::toDetails, tenant.value(), id, fresh, hash(secret),
                now,
                ApiKey.hint(secret), oldEnds, (long) max);
    }

    Uni<Boolean> revoke(TenantId tenant, UUID id, Instant now) {
        return statements.of(tenant)
                .any("""
                UPDATE api_key SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING id""",
                        tenant.value(), id, now);
    }

    Uni<Void> used(UUID id, Instant now, Instant before) {
        return statements.ofEveryTenant().run("""
                UPDATE api_key SET last_used_at = $2
                WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $3) RETURNING id""", id, now, before);
    }

    private static Buffer hash(String secret) {
        return Buffer.buffer(ApiKey.hash(secret));
    }

    private static ApiKeyDetails toDetails(Row row) {
        return new ApiKeyDetails(row.getUUID("id"), new TenantId(row.getUUID("tenant_id")), row.getString("name"),
                List.of(row.getString("scopes").split(" ")), row.getString("hint"),
                Objects.requireNonNull(Statements.instant(row, "created_at")), Statements.instant(row, "expires_at"),
                Statements.instant(row, "last_used_at"), row.getUUID("replaced_by"),
                row.getInteger("requests_per_minute"));
    }
}
