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

/** Which conversations wait for a person, which an agent has, and which of these wait for the agent's answer. */
@ApplicationScoped
public class Workload {
    private final WorkloadRepository repository;

    Workload(WorkloadRepository repository) {
        this.repository = repository;
    }

    /**
     * A conversation that waits for a person.
     *
     * @param labels in lower case
     * @param reason null where none was given
     */
    public record Waiting(UUID conversation, List<String> labels, @Nullable String locale, Instant since,
            @Nullable HandoffReason reason) {}

    /**
     * A question that the conversation's agent has not answered. {@code since}: when it was asked, or the visitor was
     * last told something.
     */
    public record Unanswered(TenantId tenant, UUID conversation, UUID agent, Instant since) {}

    /** The most urgent, then the longest waiting; without those that are snoozed. */
    public Uni<List<Waiting>> waiting(TenantId tenant, Instant now, int most) {
        return repository.waiting(tenant, now, most);
    }

    /** The shops in which somebody waits. */
    public Uni<List<TenantId>> shopsWithWaiting() {
        return repository.shopsWithWaiting();
    }

    /** How many each agent has; who has none is left out. */
    public Uni<Map<UUID, Integer>> byAgent(TenantId tenant) {
        return repository.byAgent(tenant);
    }

    /** Of all shops; without those that are snoozed. */
    public Uni<List<Unanswered>> unanswered(Instant now) {
        return repository.unanswered(now);
    }

    /** When the agent took the conversation or last wrote in it; null when the agent does not have it. */
    public Uni<@Nullable Instant> lastActed(TenantId tenant, UUID conversation, UUID agent) {
        return repository.lastActed(tenant, conversation, agent);
    }
}
