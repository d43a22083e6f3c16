package dev.parley.action;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.action.ActionCallRepository.Asked;
import dev.parley.action.ActionResult.Outcome;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Calls that must be neither repeated nor lost: stored before and after. A resumed answer continues from here. */
@ApplicationScoped
public class ActionCalls {
    /** A later yes probably answers something else. */
    private static final Duration WITHIN = Duration.ofMinutes(15);
    /** For this long, a late yes repeats the question. */
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(400);
    private static final Duration STORING_GIVES_UP = Duration.ofSeconds(20);
    /** One, and a second if the shop's server is idempotent. */
    private static final int MAX_TRIES = 2;
    /** Including crashes. */
    private static final int MAX_TRIES_EVER = 4;
    private static final int LISTED = 100;

    private final ActionCallRepository repository;
    private final Actions actions;
    private final Ids ids;
    private final Clock clock;
    private final Map<UUID, CompletableFuture<ActionResult>> underWay = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    ActionCalls(ActionCallRepository repository, Actions actions, Ids ids, Clock clock) {
        this.repository = repository;
        this.actions = actions;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@code question} is the visitor's newest message. */
    public record Doing(TenantId tenant, UUID conversation, UUID answer, long question) {}

    public record Wanted(Action action, String arguments) {}

    /** Asks for consent and replaces what waited before. {@code question} is exactly what the visitor reads. */
    public Uni<Void> ask(TenantId tenant, UUID conversation, List<Wanted> calls, String question) {
        return repository.ask(tenant, conversation, calls.stream().map(call -> new Asked(ids.next(), call.action().id(),
                call.action().name(), call.arguments())).toList(), question, clock.instant());
    }

    /** Yes or no to the bot's last words. {@code elsewhere}: may refer to something else, so nothing is asked again. */
    public Uni<Consent> answered(Doing by, boolean yes, String said, boolean elsewhere, @Nullable Instant closed) {
        Instant now = clock.instant();
        if (!yes) {
            return repository.decline(by.tenant(), by.conversation(), now, said)
                    .map(declined -> declined ? new Consent.Declined() : new Consent.Nothing());
        }
        return repository.agree(by.tenant(), by, now, now.minus(WITHIN), said, closed)
                .chain(agreed -> agreed.isEmpty()
                        ? elsewhere ? Uni.createFrom().item(new Consent.Nothing()) : stale(by, now)
                        : Uni.createFrom().item(new Consent.Given(agreed)));
    }

    private Uni<Consent> stale(Doing by, Instant now) {
        return repository.askAgain(by.tenant(), by.conversation(), now, now.minus(REMEMBERED))
                .map(question -> question == null ? new Consent.Nothing() : new Consent.Stale(question));
    }

    /** Calls agreed to or begun in earlier attempts at this answer, in order. */
    public Uni<List<ActionCall>> of(TenantId tenant, UUID answer) {
        return repository.ofAnswer(tenant, answer);
    }

    /** Oldest first; for agents and the visitor's export. */
    public Uni<List<ActionRecord>> list(TenantId tenant, UUID conversation) {
        return repository.list(tenant, conversation, LISTED);
    }

    /** Executes once, or returns the earlier result. Fails only before anything is done. {@code agreed} may be null. */
    public Uni<ActionResult> carryOut(Doing by, Action action, String arguments, @Nullable String customer,
            @Nullable ActionCall agreed) {
        if (agreed == null && action.needsYes()) {
            return Uni.createFrom().item(ActionResult.refused("The visitor has not agreed to it."));
        }
        UUID id = agreed == null ? key(by, action, arguments) : agreed.id();
        CompletableFuture<ActionResult> end = new CompletableFuture<>();
        CompletableFuture<ActionResult> before = underWay.putIfAbsent(id, end);
        if (before != null) {
            return Uni.createFrom().completionStage(before);
        }
        Performing performing = new Performing(by, action, arguments, customer, id);
        (agreed == null ? performing.add() : performing.look()).subscribe().with(end::complete,
                end::completeExceptionally);
        return Uni.createFrom().completionStage(end.whenComplete((result, failure) -> underWay.remove(id, end)));
    }

    /** Equal for every attempt at this answer. */
    static UUID key(Doing by, Action action, String arguments) {
        return UUID.nameUUIDFromBytes((by.answer() + action.name() + arguments).getBytes(StandardCharsets.UTF_8));
    }

    /** The action no longer exists, or not for this visitor. */
    public Uni<ActionResult> leave(Doing by, ActionCall call) {
        ActionResult refused = ActionResult.refused("There is no such function any more.");
        return call.result() != null
                ? Uni.createFrom().item(call.result())
                : repository.end(by.tenant(), call.id(), refused, clock.instant()).replaceWith(refused);
    }

    /** Before shutdown: starts nothing and waits. Other replicas execute what was agreed to. */
    public Uni<Void> quiet() {
        stopping = true;
        return Uni.createFrom().completionStage(() -> CompletableFuture
                .allOf(underWay.values().toArray(CompletableFuture[]::new)))
                .onFailure().recoverWithNull();
    }

    private final class Performing {
        private final Doing by;
        private final Action action;
        private final String arguments;
        private final @Nullable String customer;
        private final UUID id;

        Performing(Doing by, Action action, String arguments, @Nullable String customer, UUID id) {
            this.by = by;
            this.action = action;
            this.arguments = arguments;
            this.customer = customer;
            this.id = id;
        }

        Uni<ActionResult> add() {
            return goOnUnlessStopping().chain(() -> repository.add(by.tenant(), by, id, action, arguments))
                    .chain(added -> added ? send(1) : look());
        }

        Uni<ActionResult> look() {
            return repository.find(by.tenant(), id).chain(call -> {
                if (call == null) {
                    // Erased with its conversation.
                    return Uni.createFrom().item(ActionResult.refused("It is not there any more."));
                }
                ActionResult result = call.result();
                if (result != null) {
                    return Uni.createFrom().item(result);
                }
                return switch (call.state()) {
                    case AGREED -> begin(call);
                    case PERFORMING -> goOn(call);
                    case ASKED, DECLINED, ENDED ->
                        Uni.createFrom().item(ActionResult.refused("The visitor has not agreed to it."));
                };
            });
        }

        /** Another attempt has sent it and was interrupted, or is still waiting. */
        private Uni<ActionResult> goOn(ActionCall call) {
            if (call.mayBeUnderWay()) {
                return Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_AGAIN).chain(this::look);
            }
            return action.repeatable() && call.tries() < MAX_TRIES_EVER
                    ? begin(call)
                    : end(ActionResult.unknown(null, 0));
        }

        private Uni<ActionResult> begin(ActionCall call) {
            return goOnUnlessStopping().chain(() -> repository.begin(by.tenant(), id, call.tries()))
                    .chain(ours -> ours ? send(call.tries() + 1) : look());
        }

        private Uni<ActionResult> send(int tries) {
            return actions.carryOut(action, arguments, customer, id.toString())
                    .chain(result -> result.outcome() == Outcome.UNKNOWN && action.repeatable() && tries < MAX_TRIES
                            ? repeat(tries, result)
                            : end(result));
        }

        private Uni<ActionResult> repeat(int tries, ActionResult before) {
            return stopping
                    ? end(before)
                    : repository.begin(by.tenant(), id, tries).chain(ours -> ours ? send(tries + 1) : look());
        }

        /** Retries the write, so that a transient database fault does not make a known result uncertain. */
        private Uni<ActionResult> end(ActionResult result) {
            return Uni.createFrom().deferred(() -> repository.end(by.tenant(), id, result, clock.instant()))
                    .onFailure().retry().withBackOff(Duration.ofMillis(200), Duration.ofSeconds(2))
                    .expireIn(STORING_GIVES_UP.toMillis())
                    .replaceWith(result);
        }

        private Uni<Void> goOnUnlessStopping() {
            return stopping
                    ? Uni.createFrom().failure(() -> new ParleyException(Kind.UNAVAILABLE, "stopping",
                            "This replica stops. Another one goes on."))
                    : Uni.createFrom().voidItem();
        }
    }
}
