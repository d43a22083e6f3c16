package dev.parley.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Ids;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Records for a year who changed what. Contains neither texts nor secrets. */
@ApplicationScoped
public class AuditLog {
    static final Duration KEPT = Duration.ofDays(365);

    private final AuditRepository repository;
    private final Ids ids;
    private final Clock clock;

    AuditLog(AuditRepository repository, Ids ids, Clock clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    /** Null fields do not filter. {@code before} is the last entry of the previous page. */
    public record Query(@Nullable String action, @Nullable UUID agent, @Nullable UUID before, int limit) {}

    public Uni<Void> note(Actor actor, String action, @Nullable String target) {
        return repository.add(actor.tenant(), new AuditEntry(ids.next(), clock.instant(), actor.id(), actor.byKey(),
                actor.name(), action, target));
    }

    /** Newest first. */
    public Uni<List<AuditEntry>> list(TenantId tenant, Query query) {
        return repository.list(tenant, query);
    }
}
