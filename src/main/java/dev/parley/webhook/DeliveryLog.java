package dev.parley.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class DeliveryLog {
    private static final Set<String> OUTCOMES = Set.of("pending", "delivered", "failed");

    private final DeliveryLogRepository repository;
    private final OutboxRepository outbox;
    private final Dispatcher dispatcher;
    private final Webhooks webhooks;
    private final Ids ids;
    private final Clock clock;

    DeliveryLog(DeliveryLogRepository repository, OutboxRepository outbox, Dispatcher dispatcher, Webhooks webhooks,
            Ids ids, Clock clock) {
        this.repository = repository;
        this.outbox = outbox;
        this.dispatcher = dispatcher;
        this.webhooks = webhooks;
        this.ids = ids;
        this.clock = clock;
    }

    /** Newest first; fails with `not_found` for an unknown webhook. */
    public Uni<List<Delivery>> page(TenantId tenant, UUID webhook, @Nullable String cursor, @Nullable String outcome,
            int limit) {
        long before = Delivery.before(cursor);
        if (outcome != null && !OUTCOMES.contains(outcome)) {
            throw ParleyException.invalid("bad_state",
                    "The parameter `state` is `pending`, `delivered` or `failed`.");
        }
        return webhooks.get(tenant, webhook)
                .chain(() -> repository.page(tenant, webhook, before, outcome, limit))
                .chain(page -> repository.withAttempts(tenant, page));
    }

    public Uni<Delivery> get(TenantId tenant, UUID webhook, UUID delivery) {
        return repository.find(tenant, webhook, delivery)
                .onItem().ifNull().failWith(DeliveryLog::absent)
                .chain(found -> repository.withAttempts(tenant, List.of(found)))
                .map(List::getFirst);
    }

    /** Sends it again under the same id as soon as possible. */
    public Uni<Delivery> redeliver(TenantId tenant, UUID webhook, UUID delivery) {
        return repository.renew(tenant, webhook, delivery, clock.instant())
                .chain(there -> there ? get(tenant, webhook, delivery) : Uni.createFrom().failure(absent()));
    }

    /** Sends `webhook.test` once, at once, even if paused. */
    public Uni<Delivery> test(TenantId tenant, UUID webhook) {
        Instant now = clock.instant();
        String body = "{\"type\":\"" + WebhookRules.TEST + "\",\"timestamp\":\"" + now + "\",\"data\":{\"webhook\":\""
                + webhook + "\"}}";
        return outbox.takeNew(tenant, webhook, ids.next(), now, WebhookRules.TEST, body)
                .onItem().ifNull().failWith(Webhooks::absent)
                .call(dispatcher::deliver)
                .chain(due -> get(tenant, webhook, due.id()));
    }

    private static ParleyException absent() {
        return ParleyException.notFound("delivery");
    }
}
