package dev.parley.tool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Etag;
import dev.parley.platform.Ids;
import dev.parley.platform.OutgoingHttp;
import dev.parley.platform.OutgoingUrl;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.SecretBox;
import dev.parley.platform.database.Constraints;
import dev.parley.tenant.TenantId;
import dev.parley.tool.ToolRepository.Stored;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Tools {
    private static final int MOST = 20;
    /** Cache time: every turn reads them, and they seldom change. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final ToolRepository repository;
    private final OutgoingHttp http;
    private final SecretBox secretBox;
    private final Ids ids;
    private final Clock clock;
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    private record Known(List<Tool> enabled, Instant until) {}

    Tools(ToolRepository repository, OutgoingHttp http, SecretBox secretBox, Ids ids, Clock clock) {
        this.repository = repository;
        this.http = http;
        this.secretBox = secretBox;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<List<Tool>> all(TenantId tenant) {
        return repository.all(tenant);
    }

    /** Fails with `not_found`, also for another tenant's id. */
    public Uni<Tool> get(TenantId tenant, UUID id) {
        return stored(tenant, id).map(Stored::tool);
    }

    private Uni<Stored> stored(TenantId tenant, UUID id) {
        return repository.find(tenant, id).onItem().ifNull().failWith(Tools::absent);
    }

    /** Cached for a few seconds. */
    public Uni<List<Tool>> enabled(TenantId tenant) {
        Known found = known.get(tenant);
        if (found != null && clock.instant().isBefore(found.until())) {
            return Uni.createFrom().item(found.enabled());
        }
        return repository.all(tenant)
                .map(all -> all.stream().filter(tool -> tool.settings().enabled()).toList())
                .invoke(enabled -> known.put(tenant, new Known(enabled, clock.instant().plus(FRESH))));
    }

    public Uni<Tool> add(TenantId tenant, ToolWish wish) {
        ToolSettings settings = ToolRules.checked(wish);
        UUID id = ids.next();
        Tool tool = new Tool(id, settings, sealed(id, settings, wish.authValue(), null));
        return admitted(settings)
                .chain(() -> named(repository.add(tenant, tool, MOST)))
                .map(added -> {
                    if (!added) {
                        throw new ParleyException(Kind.CONFLICT, "too_many_tools",
                                "A shop has at most 20 actions. Delete one that is not needed.");
                    }
                    known.remove(tenant);
                    return tool;
                });
    }

    /** Replaces the action if {@code ifMatch} names its state. A stored secret stays while the server is the same. */
    public Uni<Tool> change(TenantId tenant, UUID id, ToolWish wish, @Nullable String ifMatch) {
        ToolSettings settings = ToolRules.checked(wish);
        return stored(tenant, id)
                .invoke(former -> Etag.require(ifMatch, former.tool().etag()))
                .call(() -> admitted(settings))
                .chain(former -> replace(tenant, former, settings, wish, ifMatch))
                .invoke(() -> known.remove(tenant));
    }

    private Uni<Tool> replace(TenantId tenant, Stored former, ToolSettings settings, ToolWish wish,
            @Nullable String ifMatch) {
        UUID id = former.tool().id();
        Tool tool = new Tool(id, settings, sealed(id, settings, wish.authValue(), former.tool()));
        return named(repository.change(tenant, tool, ifMatch == null ? null : former))
                .chain(changed -> changed || ifMatch == null
                        ? Uni.createFrom().item(tool)
                        : Etag.changedMeanwhile());
    }

    private @Nullable String sealed(UUID id, ToolSettings settings, @Nullable String value, @Nullable Tool former) {
        if (settings.authHeader() == null) {
            return null;
        }
        if (value != null) {
            return secretBox.seal(ToolRules.secret(value), owner(id));
        }
        if (former == null || former.sealedAuth() == null || !sameServer(former.settings(), settings)) {
            throw ParleyException.field("auth_value", "auth_missing",
                    "is missing. A stored one is kept only while `url` leads to the same server.");
        }
        return former.sealedAuth();
    }

    private static boolean sameServer(ToolSettings former, ToolSettings now) {
        OutgoingUrl before = ToolRules.url(former.url());
        OutgoingUrl after = ToolRules.url(now.url());
        return before.tls() == after.tls() && before.host().equals(after.host()) && before.port() == after.port();
    }

    static String owner(UUID tool) {
        return "tool:" + tool;
    }

    private Uni<Void> admitted(ToolSettings settings) {
        return http.admit(ToolRules.url(settings.url())).onFailure()
                .transform(refused -> new ParleyException(Kind.UNPROCESSABLE, "address_refused",
                        "The field `url` leads nowhere, or into a private network. Only the operator can allow that, with PARLEY_OUTGOING_ALLOW_PRIVATE=true.")
                        .at("/url"));
    }

    private static Uni<Boolean> named(Uni<Boolean> change) {
        return change.onFailure(failure -> Constraints.violated(failure, "tool_tenant_id_name_key"))
                .transform(taken -> new ParleyException(Kind.CONFLICT, "name_taken",
                        "Another action has this name. Choose a different one.").at("/name"));
    }

    public Uni<Void> remove(TenantId tenant, UUID id) {
        return repository.remove(tenant, id).map(found -> {
            if (!found) {
                throw absent();
            }
            known.remove(tenant);
            return null;
        });
    }

    private static ParleyException absent() {
        return ParleyException.notFound("tool");
    }
}
