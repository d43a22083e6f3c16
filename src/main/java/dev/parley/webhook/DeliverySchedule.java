package dev.parley.webhook;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.tenant.TenantId;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Runs the dispatcher every second, and at once after an event in a shop with webhooks. */
@ApplicationScoped
class DeliverySchedule {
    /** Rounds may run concurrently, since each may wait for a slow server. */
    private static final int ROUNDS_AT_ONCE = 16;
    /** Delay after an event, since messages often come with another. */
    private static final long HINT_MILLIS = 20;
    private static final Logger LOG = Logger.getLogger(DeliverySchedule.class);

    private final WebhookRepository webhooks;
    private final Dispatcher dispatcher;
    private final WebhookConfig config;
    private final Vertx vertx;
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean hinted = new AtomicBoolean();
    private volatile Set<TenantId> interested = Set.of();

    DeliverySchedule(WebhookRepository webhooks, Dispatcher dispatcher, WebhookConfig config, Vertx vertx) {
        this.webhooks = webhooks;
        this.dispatcher = dispatcher;
        this.config = config;
        this.vertx = vertx;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return !config.deliver()
                ? Uni.createFrom().voidItem()
                : webhooks.interested()
                        .invoke(now -> {
                            interested = now;
                            if (!now.isEmpty()) {
                                begin();
                            }
                        })
                        .onFailure().invoke(failure -> LOG.warnf("Webhooks are looked for later: %s", failure))
                        .onFailure().recoverWithItem(Set.of())
                        .replaceWithVoid();
    }

    void hear(@Observes ConversationEvent event) {
        if (interested.contains(event.tenant()) && (event instanceof MessageStored || event instanceof OwnerChanged)
                && hinted.compareAndSet(false, true)) {
            vertx.setTimer(HINT_MILLIS, late -> {
                hinted.set(false);
                begin();
            });
        }
    }

    /** Repeats as long as something is found. */
    private void begin() {
        if (rounds.incrementAndGet() > ROUNDS_AT_ONCE) {
            rounds.decrementAndGet();
            return;
        }
        dispatcher.round().subscribe().with(
                sent -> {
                    rounds.decrementAndGet();
                    if (sent > 0) {
                        begin();
                    }
                },
                failure -> {
                    rounds.decrementAndGet();
                    LOG.warnf("A round of webhooks failed; what it held is sent when its lease has lapsed: %s",
                            failure);
                });
    }
}
