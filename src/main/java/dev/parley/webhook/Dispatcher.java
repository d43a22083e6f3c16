package dev.parley.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.parley.platform.Ids;
import dev.parley.platform.OutgoingFailure;
import dev.parley.platform.OutgoingHttp;
import dev.parley.platform.OutgoingUrl;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;

/** Delivers at least once, with the same id and body, in order per conversation; again after a lease expires. */
@ApplicationScoped
public class Dispatcher {
    private static final int AT_ONCE = 64;
    /** Concurrent deliveries to one server: a slow one must not delay others. */
    private static final int AT_ONCE_TO_ONE = 8;
    /** Bytes of the answer's body that are logged. */
    private static final int LOGGED_BYTES = 2_048;
    private static final Duration MAX_TIMEOUT = Duration.ofSeconds(30);
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final OutboxRepository outbox;
    private final Secrets secrets;
    private final OutgoingHttp http;
    private final WebhookConfig config;
    private final WebhookMetrics metrics;
    private final Ids ids;
    private final Clock clock;
    private final Backoff backoff;
    private final Duration within;

    @Inject
    Dispatcher(OutboxRepository outbox, Secrets secrets, OutgoingHttp http, WebhookConfig config,
            WebhookMetrics metrics, Ids ids, Clock clock) {
        this(outbox, secrets, http, config, metrics, ids, clock, new SecureRandom());
    }

    Dispatcher(OutboxRepository outbox, Secrets secrets, OutgoingHttp http, WebhookConfig config,
            WebhookMetrics metrics, Ids ids, Clock clock, RandomGenerator random) {
        this.outbox = outbox;
        this.secrets = secrets;
        this.http = http;
        this.config = config;
        this.metrics = metrics;
        this.ids = ids;
        this.clock = clock;
        this.backoff = new Backoff(config.longestWait(), random);
        this.within = config.within().compareTo(MAX_TIMEOUT) < 0 ? config.within() : MAX_TIMEOUT;
    }

    /** Sends what is due; returns the number of answered deliveries. */
    public Uni<Integer> round() {
        return outbox.take(ids.next(), clock.instant(), AT_ONCE_TO_ONE, AT_ONCE)
                .chain(parcels -> parcels.isEmpty()
                        ? Uni.createFrom().item(0)
                        : Uni.join().all(parcels.stream().map(this::deliverApart).toList()).andCollectFailures()
                                .map(List::size));
    }

    /** Isolates failures within a batch. */
    private Uni<Boolean> deliverApart(DueDelivery due) {
        return Uni.createFrom().deferred(() -> deliver(due)).replaceWith(true)
                .onFailure().recoverWithItem(failure -> {
                    LOG.errorf(failure,
                            "tenant=%s webhook=%s delivery=%s could not be tried; it is tried again when its lease has lapsed",
                            due.tenant(), due.webhook(), due.id());
                    return false;
                });
    }

    /** The attempt, already logged. */
    Uni<DeliveryAttempt> deliver(DueDelivery due) {
        Instant at = clock.instant();
        Optional<Signature> signature = secrets.open(due.webhook(), due.sealedSecret());
        return (signature.isEmpty()
                ? Uni.createFrom().item(new DeliveryAttempt(at, 0, null, "no_secret", null))
                : send(due, at, signatures(due, signature.get(), at)))
                .call(attempt -> settle(due, attempt));
    }

    private String signatures(DueDelivery due, Signature current, Instant at) {
        String signed = current.of(due.id(), at, due.body());
        return due.sealedFormer() == null
                ? signed
                : secrets.open(due.webhook(), due.sealedFormer())
                        .map(former -> signed + " " + former.of(due.id(), at, due.body()))
                        .orElse(signed);
    }

    private Uni<DeliveryAttempt> send(DueDelivery due, Instant at, String signatures) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json", "User-Agent", "Parley",
                "webhook-id", due.id().toString(), "webhook-timestamp", String.valueOf(at.getEpochSecond()),
                "webhook-signature", signatures));
        long started = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> http.send(new OutgoingHttp.Call("POST", OutgoingUrl.parse(due.url()), headers,
                        Buffer.buffer(due.body()), within, LOGGED_BYTES)))
                .map(answer -> new DeliveryAttempt(at, millisSince(started), answer.status(), null, text(answer)))
                .onFailure(OutgoingFailure.class)
                .recoverWithItem(failure -> new DeliveryAttempt(at, millisSince(started), null,
                        failure.reason().wire(), null))
                // Stored under older rules for addresses.
                .onFailure(IllegalArgumentException.class)
                .recoverWithItem(() -> new DeliveryAttempt(at, millisSince(started), null,
                        OutgoingFailure.Reason.REFUSED.wire(), null));
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }

    private static String text(OutgoingHttp.Answer answer) {
        return answer.encoding() == null ? answer.body().toString().replace("\u0000", "") : "";
    }

    private Uni<Boolean> settle(DueDelivery due, DeliveryAttempt attempt) {
        Instant now = clock.instant();
        DeliveryVerdict verdict = "no_secret".equals(attempt.error())
                ? new DeliveryVerdict.Undelivered(true, now, null, Webhook.Reason.NO_SECRET)
                : DeliveryVerdict.of(due, attempt, now, config.retryFor(), backoff);
        return outbox.settle(due, attempt, verdict, now).invoke(ours -> {
            if (ours) {
                tell(due, attempt, verdict, now);
            }
        });
    }

    private void tell(DueDelivery due, DeliveryAttempt attempt, DeliveryVerdict verdict, Instant now) {
        metrics.attempted(attempt, verdict, Duration.between(due.happenedAt(), now));
        if (verdict instanceof DeliveryVerdict.Undelivered failed && failed.pause() != null) {
            LOG.warnf("tenant=%s webhook=%s is paused: %s", due.tenant(), due.webhook(), failed.pause().wire());
        }
    }
}
