package dev.parley.tenant;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.Idempotency.KeptAnswer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class IdempotencyRepository {
    /** A single statement, so that only one of two concurrent requests gets the row. */
    private static final String CLAIM = """
            INSERT INTO idempotent_request AS known (tenant_id, key_hash, fingerprint, held_until, expires_at)
            VALUES ($1, $2, $3, $5, $6)
            ON CONFLICT (tenant_id, key_hash) DO UPDATE SET fingerprint = $3, held_until = $5, expires_at = $6,
                status = NULL, location = NULL, etag = NULL, body = NULL
            WHERE known.expires_at <= $4
                OR (known.status IS NULL AND known.held_until <= $4 AND known.fingerprint = $3)
            RETURNING 1""";

    private final Statements statements;

    IdempotencyRepository(Statements statements) {
        this.statements = statements;
    }

    /** @param answer null while the request runs */
    record StoredRequest(Buffer fingerprint, Instant heldUntil, @Nullable KeptAnswer answer) {}

    Uni<Boolean> claim(TenantId tenant, byte[] key, byte[] fingerprint, Instant now, Instant heldUntil,
            Instant expires) {
        return statements.of(tenant).any(CLAIM, tenant.value(), Buffer.buffer(key),
                Buffer.buffer(fingerprint), now, heldUntil, expires);
    }

    Uni<@Nullable StoredRequest> find(TenantId tenant, byte[] key) {
        return statements.of(tenant).row("""
                SELECT fingerprint, held_until, status, location, etag, body FROM idempotent_request
                WHERE tenant_id = $1 AND key_hash = $2""", IdempotencyRepository::toFound, tenant.value(),
                Buffer.buffer(key));
    }

    private static StoredRequest toFound(Row row) {
        Integer status = row.getInteger("status");
        return new StoredRequest(row.getBuffer("fingerprint").getDelegate(),
                Objects.requireNonNull(Statements.instant(row, "held_until")),
                status == null
                        ? null
                        : new KeptAnswer(status, row.getString("location"), row.getString("etag"),
                                row.getString("body")));
    }

    Uni<Void> keep(TenantId tenant, byte[] key, KeptAnswer answer) {
        return statements.of(tenant).run("""
                UPDATE idempotent_request SET status = $3, location = $4, etag = $5, body = $6
                WHERE tenant_id = $1 AND key_hash = $2 RETURNING status""", tenant.value(),
                Buffer.buffer(key), answer.status(), answer.location(), answer.etag(), answer.body());
    }

    Uni<Void> release(TenantId tenant, byte[] key) {
        return statements.of(tenant).run("""
                DELETE FROM idempotent_request
                WHERE tenant_id = $1 AND key_hash = $2 AND status IS NULL RETURNING status""", tenant.value(),
                Buffer.buffer(key));
    }

    Uni<Void> forget(TenantId tenant, UUID named) {
        return statements.of(tenant).run("""
                DELETE FROM idempotent_request
                WHERE tenant_id = $1 AND position($2 IN concat(location, body)) > 0 RETURNING status""", tenant.value(),
                named.toString());
    }
}
