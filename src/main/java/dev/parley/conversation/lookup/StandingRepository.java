package dev.parley.conversation.lookup;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

/** For a replica that has missed what others told it. */
@ApplicationScoped
public class StandingRepository {
    private static final String COLUMNS = "SELECT id, tenant_id, last_seq, epoch FROM conversation ";

    private final Statements statements;

    StandingRepository(Statements statements) {
        this.statements = statements;
    }

    /** Of every tenant, since a replica follows conversations of many. */
    public Uni<List<Standing>> of(Collection<UUID> conversations) {
        return statements.ofEveryTenant().rows(COLUMNS + "WHERE id = ANY($1)", StandingRepository::toStanding,
                (Object) conversations.toArray(UUID[]::new));
    }

    /** The ones with the latest activity. */
    public Uni<List<Standing>> latest(TenantId tenant, int limit) {
        return statements.of(tenant).rows(
                COLUMNS + "WHERE tenant_id = $1 ORDER BY last_activity_at DESC LIMIT $2",
                StandingRepository::toStanding, tenant.value(), limit);
    }

    private static Standing toStanding(Row row) {
        return new Standing(new TenantId(row.getUUID("tenant_id")), row.getUUID("id"), row.getLong("last_seq"),
                row.getInteger("epoch"));
    }
}
