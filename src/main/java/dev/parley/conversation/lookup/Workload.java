package dev.parley.conversation.lookup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.HandoffReason;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Workload {
    private final WorkloadRepository repository;

    Workload(WorkloadRepository repository) {
        this.repository = repository;
    }

    /** {@code labels} are in lower case. */
    public record Waiting(UUID conversation, List<String> labels, @Nullable String locale, Instant since,
            @Nullable HandoffReason reason) {}

    /** {@code since}: time of the question or of the latest notice to the visitor. */
    public record Unanswered(TenantId tenant, UUID conversation, UUID agent, Instant since) {}

    /** By priority, then waiting time; without snoozed ones. */
    public Uni<List<Waiting>> waiting(TenantId tenant, Instant now, int max) {
        return repository.waiting(tenant, now, max);
    }

    public Uni<List<TenantId>> shopsWithWaiting() {
        return repository.shopsWithWaiting();
    }

    /** Omits agents without conversations. */
    public Uni<Map<UUID, Integer>> byAgent(TenantId tenant) {
        return repository.byAgent(tenant);
    }

    /** Of all shops, without snoozed ones. */
    public Uni<List<Unanswered>> unanswered(Instant now) {
        return repository.unanswered(now);
    }

    /** When the agent took the conversation or last wrote; null unless it is the agent's. */
    public Uni<@Nullable Instant> lastActed(TenantId tenant, UUID conversation, UUID agent) {
        return repository.lastActed(tenant, conversation, agent);
    }
}
