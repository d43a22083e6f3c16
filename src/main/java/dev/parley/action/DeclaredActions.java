package dev.parley.action;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.action.ActionRepository.StoredAction;
import dev.parley.platform.Etag;
import dev.parley.platform.Ids;
import dev.parley.platform.OutgoingHttp;
import dev.parley.platform.OutgoingUrl;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.RecentValues;
import dev.parley.platform.SecretBox;
import dev.parley.platform.database.Constraints;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class DeclaredActions {
    private static final int MAX_ACTIONS = 20;
    private final ActionRepository repository;
    private final OutgoingHttp http;
    private final SecretBox secretBox;
    private final Ids ids;
    private final RecentValues<TenantId, List<Action>> enabled;

    DeclaredActions(ActionRepository repository, OutgoingHttp http, SecretBox secretBox, Ids ids, Clock clock) {
        this.repository = repository;
        this.http = http;
        this.secretBox = secretBox;
        this.ids = ids;
        this.enabled = new RecentValues<>(clock);
    }

    public Uni<List<Action>> all(TenantId tenant) {
        return repository.all(tenant);
    }

    /** Fails with `not_found`, also for another tenant's id. */
    public Uni<Action> get(TenantId tenant, UUID id) {
        return stored(tenant, id).map(StoredAction::action);
    }

    private Uni<StoredAction> stored(TenantId tenant, UUID id) {
        return repository.find(tenant, id).onItem().ifNull().failWith(DeclaredActions::absent);
    }

    /** Cached for a few seconds. */
    public Uni<List<Action>> enabled(TenantId tenant) {
        return enabled.get(tenant, () -> repository.all(tenant)
                .map(all -> all.stream().filter(action -> action.settings().enabled()).toList()));
    }

    public Uni<Action> add(TenantId tenant, ActionRequest request) {
        ActionSettings settings = ActionRules.checked(request);
        UUID id = ids.next();
        Action action = new Action(id, settings, sealed(id, settings, request.authValue(), null));
        return admitted(settings)
                .chain(() -> named(repository.add(tenant, action, MAX_ACTIONS)))
                .map(added -> {
                    if (!added) {
                        throw new ParleyException(Kind.CONFLICT, "too_many_tools",
                                "A shop has at most 20 actions. Delete one that is not needed.");
                    }
                    enabled.forget(tenant);
                    return action;
                });
    }

    /** Replaces the action if {@code ifMatch} names its state. A stored secret stays while the server is the same. */
    public Uni<Action> change(TenantId tenant, UUID id, ActionRequest request, @Nullable String ifMatch) {
        ActionSettings settings = ActionRules.checked(request);
        return stored(tenant, id)
                .invoke(former -> Etag.require(ifMatch, former.action().etag()))
                .call(() -> admitted(settings))
                .chain(former -> replace(tenant, former, settings, request, ifMatch))
                .invoke(() -> enabled.forget(tenant));
    }

    private Uni<Action> replace(TenantId tenant, StoredAction former, ActionSettings settings, ActionRequest request,
            @Nullable String ifMatch) {
        UUID id = former.action().id();
        Action action = new Action(id, settings, sealed(id, settings, request.authValue(), former.action()));
        return named(repository.change(tenant, action, ifMatch == null ? null : former))
                .chain(changed -> changed || ifMatch == null
                        ? Uni.createFrom().item(action)
                        : Etag.changedMeanwhile());
    }

    private @Nullable String sealed(UUID id, ActionSettings settings, @Nullable String value, @Nullable Action former) {
        if (settings.authHeader() == null) {
            return null;
        }
        if (value != null) {
            return secretBox.seal(ActionRules.secret(value), owner(id));
        }
        if (former == null || former.sealedAuth() == null || !sameServer(former.settings(), settings)) {
            throw ParleyException.field("auth_value", "auth_missing",
                    "is missing. A stored one is kept only while `url` leads to the same server.");
        }
        return former.sealedAuth();
    }

    private static boolean sameServer(ActionSettings former, ActionSettings now) {
        OutgoingUrl before = ActionRules.url(former.url());
        OutgoingUrl after = ActionRules.url(now.url());
        return before.tls() == after.tls() && before.host().equals(after.host()) && before.port() == after.port();
    }

    static String owner(UUID action) {
        return "tool:" + action;
    }

    private Uni<Void> admitted(ActionSettings settings) {
        return http.admit(ActionRules.url(settings.url())).onFailure()
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
            enabled.forget(tenant);
            return null;
        });
    }

    private static ParleyException absent() {
        return ParleyException.notFound("tool");
    }
}
