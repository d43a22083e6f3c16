package dev.parley.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Etag;
import dev.parley.platform.Ids;
import dev.parley.platform.OutgoingHttp;
import dev.parley.platform.OutgoingUrl;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Webhooks {
    private static final int MAX_WEBHOOKS = 20;

    private final WebhookRepository repository;
    private final Secrets secrets;
    private final OutgoingHttp http;
    private final WebhookConfig config;
    private final Ids ids;
    private final Clock clock;

    Webhooks(WebhookRepository repository, Secrets secrets, OutgoingHttp http, WebhookConfig config, Ids ids,
            Clock clock) {
        this.repository = repository;
        this.secrets = secrets;
        this.http = http;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** A webhook with its secret, which cannot be read again. */
    public record Keyed(Webhook webhook, String secret) {}

    public Uni<List<Webhook>> all(TenantId tenant) {
        return repository.all(tenant);
    }

    /** Fails with `not_found`, also for another tenant's id. */
    public Uni<Webhook> get(TenantId tenant, UUID id) {
        return repository.find(tenant, id).onItem().ifNull().failWith(Webhooks::absent);
    }

    public Uni<Keyed> add(TenantId tenant, @Nullable String url, @Nullable List<@Nullable String> events) {
        OutgoingUrl address = WebhookRules.url(url);
        List<String> wanted = WebhookRules.events(events);
        String secret = secrets.next();
        UUID id = ids.next();
        String sealed = secrets.seal(id, secret);
        Webhook webhook = new Webhook(id, url == null ? "" : url.strip(), wanted, clock.instant(), null, null, 0, null);
        return admitted(address)
                .chain(() -> repository.add(tenant, webhook, sealed, MAX_WEBHOOKS))
                .map(added -> {
                    if (!added) {
                        throw new ParleyException(Kind.CONFLICT, "too_many_webhooks",
                                "A shop has at most 20 webhooks. Delete one that is not needed.");
                    }
                    return new Keyed(webhook, secret);
                });
    }

    /** Fails unless {@code ifMatch} names the current state. The secret stays, even for a new address. */
    public Uni<Webhook> change(TenantId tenant, UUID id, @Nullable String url,
            @Nullable List<@Nullable String> events, @Nullable String ifMatch) {
        OutgoingUrl address = WebhookRules.url(url);
        List<String> wanted = WebhookRules.events(events);
        return get(tenant, id)
                .invoke(known -> Etag.require(ifMatch, known.etag()))
                .call(() -> admitted(address))
                .chain(known -> repository.change(tenant, id, url == null ? "" : url.strip(), wanted,
                        ifMatch == null ? null : known))
                .chain(changed -> changed || ifMatch == null ? get(tenant, id) : Etag.changedMeanwhile());
    }

    private Uni<Void> admitted(OutgoingUrl address) {
        return http.admit(address).onFailure().transform(refused -> new ParleyException(Kind.UNPROCESSABLE,
                "address_refused",
                "The field `url` leads nowhere, or into a private network. Only the operator can allow that, with PARLEY_OUTGOING_ALLOW_PRIVATE=true.")
                .at("/url"));
    }

    public Uni<Void> remove(TenantId tenant, UUID id) {
        return repository.remove(tenant, id).map(Webhooks::found);
    }

    public Uni<Webhook> pause(TenantId tenant, UUID id) {
        return repository.pause(tenant, id, Webhook.Reason.BY_HAND, clock.instant()).map(Webhooks::found)
                .chain(() -> get(tenant, id));
    }

    /** Delivers what waited, with a fresh retry period. */
    public Uni<Webhook> resume(TenantId tenant, UUID id) {
        return repository.resume(tenant, id, clock.instant()).map(Webhooks::found).chain(() -> get(tenant, id));
    }

    /** The former secret signs as well for a while, so that no event is lost. */
    public Uni<Keyed> rotateSecret(TenantId tenant, UUID id) {
        String secret = secrets.next();
        Instant until = clock.instant().plus(config.overlap());
        return repository.rotate(tenant, id, secrets.seal(id, secret), until).map(Webhooks::found)
                .chain(() -> get(tenant, id))
                .map(webhook -> new Keyed(webhook, secret));
    }

    private static @Nullable Void found(boolean there) {
        if (!there) {
            throw absent();
        }
        return null;
    }

    static ParleyException absent() {
        return ParleyException.notFound("webhook");
    }
}
