package dev.parley.tool;

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

import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.TenantId;
import dev.parley.tool.ActionCallRepository.Asked;
import dev.parley.tool.ActionResult.Outcome;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Calls of actions that must not be made twice and not be forgotten: written before they are made, with the visitor's yes where one is
 * needed, and completed with what came of them. Whoever takes an answer up again goes on from these rows.
 */
@ApplicationScoped
public class ActionCalls {
    /** A yes that comes later is likely to answer something else. */
    private static final Duration WITHIN = Duration.ofMinutes(15);
    /** So long a late yes is taken for one to the question, which is then asked again. */
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(400);
    private static final Duration STORING_GIVES_UP = Duration.ofSeconds(20);
    /** The first, and one more where the shop's server does it once. */
    private static final int MOST_TRIES = 2;
    /** Of a crash at each of them. */
    private static final int MOST_TRIES_EVER = 4;
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

    /**
     * For which answer something is done.
     *
     * @param question the visitor's newest message that it answers
     */
    public record Doing(TenantId tenant, UUID conversation, UUID answer, long question) {}

    /** An action with arguments for it. */
    public record Wanted(Tool tool, String arguments) {}

    /** They wait for the visitor's yes, instead of what waited before; the question is the very text that the visitor reads. */
    public Uni<Void> ask(TenantId tenant, UUID conversation, List<Wanted> calls, String question) {
        return repository.ask(tenant, conversation, calls.stream().map(call -> new Asked(ids.next(), call.tool().id(),
                call.tool().name(), call.arguments())).toList(), question, clock.instant());
    }

    /**
     * What the visitor's yes or no is about. A yes holds for what the bot's last words asked for, and for nothing else.
     *
     * @param said the bot's last words
     * @param elsewhere what a yes may be about as well, so that nothing is asked again
     * @param closed when the conversation was last closed; null for one that never was
     */
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

    /** What was agreed to or begun in earlier attempts at this answer, in the order in which it was. */
    public Uni<List<ActionCall>> of(TenantId tenant, UUID answer) {
        return repository.ofAnswer(tenant, answer);
    }

    /** Of a conversation, oldest first: for its agents, and for the visitor's own copy. */
    public Uni<List<ActionRecord>> list(TenantId tenant, UUID conversation) {
        return repository.list(tenant, conversation, LISTED);
    }

    /**
     * Makes the call, unless it was made: then what came of it is the result. Fails only when its row cannot be read or written; nothing is
     * done before it is.
     *
     * @param agreed null where the shop wants no yes for it
     */
    public Uni<ActionResult> carryOut(Doing by, Tool tool, String arguments, @Nullable String customer,
            @Nullable ActionCall agreed) {
        if (agreed == null && tool.needsYes()) {
            return Uni.createFrom().item(ActionResult.refused("The visitor has not agreed to it."));
        }
        UUID id = agreed == null ? key(by, tool, arguments) : agreed.id();
        CompletableFuture<ActionResult> end = new CompletableFuture<>();
        CompletableFuture<ActionResult> before = underWay.putIfAbsent(id, end);
        if (before != null) {
            return Uni.createFrom().completionStage(before);
        }
        Performing performing = new Performing(by, tool, arguments, customer, id);
        (agreed == null ? performing.add() : performing.look()).subscribe().with(end::complete,
                end::completeExceptionally);
        return Uni.createFrom().completionStage(end.whenComplete((result, failure) -> underWay.remove(id, end)));
    }

    /** The same for every attempt at this answer. */
    static UUID key(Doing by, Tool tool, String arguments) {
        return UUID.nameUUIDFromBytes((by.answer() + tool.name() + arguments).getBytes(StandardCharsets.UTF_8));
    }

    /** The action is not there any more, or not for this visitor. */
    public Uni<ActionResult> leave(Doing by, ActionCall call) {
        ActionResult refused = ActionResult.refused("There is no such function any more.");
        return call.result() != null
                ? Uni.createFrom().item(call.result())
                : repository.end(by.tenant(), call.id(), refused, clock.instant()).replaceWith(refused);
    }

    /** Before this replica stops: begins nothing any more, and completes when nothing is under way. What was agreed to is done elsewhere. */
    public Uni<Void> quiet() {
        stopping = true;
        return Uni.createFrom().completionStage(() -> CompletableFuture
                .allOf(underWay.values().toArray(CompletableFuture[]::new)))
                .onFailure().recoverWithNull();
    }

    /** One call on its way to a result. */
    private final class Performing {
        private final Doing by;
        private final Tool tool;
        private final String arguments;
        private final @Nullable String customer;
        private final UUID id;

        Performing(Doing by, Tool tool, String arguments, @Nullable String customer, UUID id) {
            this.by = by;
            this.tool = tool;
            this.arguments = arguments;
            this.customer = customer;
            this.id = id;
        }

        Uni<ActionResult> add() {
            return goOnUnlessStopping().chain(() -> repository.add(by.tenant(), by, id, tool, arguments))
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

        /** Another attempt has sent it, and was cut off or is still at it. */
        private Uni<ActionResult> goOn(ActionCall call) {
            if (call.mayBeUnderWay()) {
                return Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_AGAIN).chain(this::look);
            }
            return tool.repeatable() && call.tries() < MOST_TRIES_EVER
                    ? begin(call)
                    : end(ActionResult.unknown(null, 0));
        }

        private Uni<ActionResult> begin(ActionCall call) {
            return goOnUnlessStopping().chain(() -> repository.begin(by.tenant(), id, call.tries()))
                    .chain(ours -> ours ? send(call.tries() + 1) : look());
        }

        private Uni<ActionResult> send(int tries) {
            return actions.carryOut(tool, arguments, customer, id.toString())
                    .chain(result -> result.outcome() == Outcome.UNKNOWN && tool.repeatable() && tries < MOST_TRIES
                            ? repeat(tries, result)
                            : end(result));
        }

        private Uni<ActionResult> repeat(int tries, ActionResult before) {
            return stopping
                    ? end(before)
                    : repository.begin(by.tenant(), id, tries).chain(ours -> ours ? send(tries + 1) : look());
        }

        /** A passing fault of the database must not make a result uncertain that is known. */
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
