package dev.parley.visitor;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.ReactiveRepository;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class VisitorRepository extends ReactiveRepository {
    private final Rows rows = new Rows();
    private final Statements statements;
    private final VisitorLinks ties;

    VisitorRepository(Statements statements, VisitorLinks ties) {
        this.statements = statements;
        this.ties = ties;
    }

    private static final class Rows implements PanacheRepositoryBase<VisitorEntity, UUID> {}

    Uni<Void> create(TenantId tenant, UUID id, Instant now) {
        return statements.of(tenant).run("""
                INSERT INTO visitor (id, tenant_id, created_at, last_seen_at) VALUES ($1, $2, $3, $3) RETURNING id""",
                id, tenant.value(), now);
    }

    /** Finds or creates the visitor with the shop's id, atomically. */
    Uni<UUID> named(TenantId tenant, String externalId, UUID fresh, Instant now) {
        return statements.of(tenant).row("""
                INSERT INTO visitor (id, tenant_id, external_id, created_at, last_seen_at) VALUES ($1, $2, $3, $4, $4)
                ON CONFLICT (tenant_id, external_id) DO UPDATE SET last_seen_at = EXCLUDED.last_seen_at
                RETURNING id""", row -> row.getUUID("id"), fresh, tenant.value(), externalId, now)
                .map(Objects::requireNonNull);
    }

    /** Like {@link #named}, and updates the given details. */
    Uni<UUID> known(TenantId tenant, KnownUser user, UUID fresh, Instant now) {
        return statements.of(tenant).row("""
                INSERT INTO visitor AS v (id, tenant_id, external_id, name, email, locale, attributes, created_at, last_seen_at)
                VALUES ($1, $2, $3, $4, $5, $6, COALESCE(CAST($7 AS text), '{}'), $8, $8)
                ON CONFLICT (tenant_id, external_id) DO UPDATE SET last_seen_at = EXCLUDED.last_seen_at,
                    name = COALESCE(EXCLUDED.name, v.name), email = COALESCE(EXCLUDED.email, v.email),
                    locale = COALESCE(EXCLUDED.locale, v.locale), attributes = COALESCE(CAST($7 AS text), v.attributes)
                RETURNING id""", row -> row.getUUID("id"), fresh, tenant.value(), user.id(), user.name(), user.email(),
                user.locale(), user.attributes(), now)
                .map(Objects::requireNonNull);
    }

    Uni<@Nullable String> externalId(TenantId tenant, UUID id) {
        return statements.of(tenant).row("SELECT external_id FROM visitor WHERE id = $1 AND tenant_id = $2",
                row -> row.getString("external_id"), id, tenant.value());
    }

    Uni<Map<UUID, String>> externalIds(TenantId tenant, Collection<UUID> visitors) {
        return statements.of(tenant).rows(
                "SELECT id, external_id FROM visitor WHERE tenant_id = $1 AND id = ANY ($2) AND external_id IS NOT NULL",
                row -> Map.entry(row.getUUID("id"), row.getString("external_id")), tenant.value(),
                visitors.toArray(UUID[]::new))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** True if one is anonymous and the other a customer; neither ever changes. */
    Uni<Boolean> mayJoin(TenantId tenant, UUID anonymous, UUID known) {
        return statements.of(tenant).any("""
                SELECT FROM visitor anonymous, visitor known
                WHERE anonymous.tenant_id = $1 AND anonymous.id = $2 AND anonymous.external_id IS NULL
                  AND known.tenant_id = $1 AND known.id = $3 AND known.external_id IS NOT NULL""", tenant.value(),
                anonymous, known);
    }

    /** False if a purge has deleted the visitor of a valid token. */
    Uni<Boolean> seen(TenantId tenant, UUID id, Instant now) {
        return statements.of(tenant).any(
                "UPDATE visitor SET last_seen_at = $1 WHERE id = $2 AND tenant_id = $3 RETURNING id", now, id,
                tenant.value());
    }

    Uni<Long> countIdle(TenantId tenant, Instant before) {
        return statements.of(tenant).row(
                "SELECT count(*) AS idle FROM visitor WHERE tenant_id = $1 AND last_seen_at < $2 AND NOT "
                        + ties.since("visitor.id", "$2"),
                row -> row.getLong("idle"), tenant.value(), before).map(Objects::requireNonNull);
    }

    /** Our id takes precedence over a shop's id that looks like one. */
    Uni<@Nullable VisitorDetails> find(TenantId tenant, String id) {
        return statements.of(tenant).row("""
                SELECT id, external_id, name, email, locale, attributes, created_at, last_seen_at FROM visitor
                WHERE tenant_id = $1 AND (CAST(id AS text) = lower($2) OR external_id = $2)
                ORDER BY CAST(id AS text) = lower($2) DESC LIMIT 1""", VisitorRepository::toDetails, tenant.value(),
                id);
    }

    private static VisitorDetails toDetails(Row row) {
        return new VisitorDetails(row.getUUID("id"), row.getString("external_id"), row.getString("name"),
                row.getString("email"), row.getString("locale"), row.getString("attributes"),
                Objects.requireNonNull(Statements.instant(row, "created_at")),
                Objects.requireNonNull(Statements.instant(row, "last_seen_at")));
    }

    Uni<Boolean> forget(TenantId tenant, UUID id) {
        return inTransaction(tenant, () -> rows.delete("id = ?1 and tenantId = ?2", id, tenant.value()))
                .map(count -> count > 0);
    }

    /** Two statements: after locking the rows, the second sees conversations begun in between. */
    Uni<Integer> forgetIdle(TenantId tenant, Instant before, int batch) {
        return inTransaction(tenant, () -> rows.getSession().chain(session -> session
                .createNativeQuery("""
                        SELECT id FROM visitor
                        WHERE tenant_id = :tenant AND last_seen_at < :before
                          AND NOT %s
                        ORDER BY last_seen_at LIMIT :batch FOR UPDATE SKIP LOCKED""".formatted(ties.now("visitor.id")),
                        UUID.class)
                .setParameter("tenant", tenant.value())
                .setParameter("before", before)
                .setParameter("batch", batch)
                .getResultList()
                .chain(idle -> session
                        .createNativeQuery(
                                "DELETE FROM visitor WHERE id = ANY(:idle) AND NOT " + ties.now("visitor.id"))
                        .setParameter("idle", idle.toArray(UUID[]::new))
                        .executeUpdate())));
    }
}
