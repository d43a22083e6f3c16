package dev.parley.model;

import java.time.Duration;
import java.util.random.RandomGenerator;

import dev.parley.model.health.LanePace;
import dev.parley.model.health.RetryHints;
import org.jspecify.annotations.Nullable;

/** Pure but for the jitter. SmallRye's retry can neither switch models nor weigh a delay against the time left. */
public final class RetryPolicy {
    static final int MAX_RETRIES = 2;
    /** A longer requested delay is not honoured: a visitor is waiting. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    /** Not worth the price of an attempt with less time than this. */
    public static final Duration SHORTEST_ATTEMPT = Duration.ofSeconds(1);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(8);

    /**
     * A failed attempt and what is left.
     *
     * @param anotherLane a lane exists that does not share the fault; see {@link LaneOrder#after}
     * @param canShorten an untried shorter prompt exists
     * @param timeLeft until the first token is due
     */
    public record Failure(ModelErrorKind kind, RetryHints hints, boolean afterFirstToken, int retries,
            boolean anotherLane,
            boolean budgetLeft, boolean canShorten, Duration timeLeft) {}

    private final RandomGenerator random;

    RetryPolicy(RandomGenerator random) {
        this.random = random;
    }

    public Decision decide(Failure failure) {
        if (failure.afterFirstToken()) {
            return new Decision.GiveUp();
        }
        boolean time = failure.timeLeft().compareTo(SHORTEST_ATTEMPT) >= 0;
        if (failure.hints().objection().any() && failure.budgetLeft() && time) {
            return new Decision.Adapt();
        }
        Duration wait = waitBeforeRetry(failure);
        if (wait != null) {
            return new Decision.Retry(wait);
        }
        if (failure.kind() == ModelErrorKind.CONTEXT_TOO_LONG && failure.canShorten() && failure.budgetLeft() && time) {
            return new Decision.Shorten();
        }
        return failure.anotherLane() && time && anotherModelMayHelp(failure.kind())
                ? new Decision.NextLane()
                : new Decision.GiveUp();
    }

    /** For a lane that asked to be left alone. */
    public Decision whileResting(LanePace.Rest rest, boolean anotherLane, Duration timeLeft) {
        if (anotherLane) {
            return new Decision.NextLane();
        }
        Duration wait = spread(rest.left());
        boolean worthIt = rest.reason() == ModelErrorKind.RATE_LIMITED && rest.left().compareTo(LONGEST_WAIT) <= 0
                && wait.plus(SHORTEST_ATTEMPT).compareTo(timeLeft) <= 0;
        return worthIt ? new Decision.Retry(wait) : new Decision.GiveUp();
    }

    private @Nullable Duration waitBeforeRetry(Failure failure) {
        if (failure.retries() >= MAX_RETRIES || !failure.budgetLeft() || !mayRetry(failure)) {
            return null;
        }
        Duration asked = failure.hints().delay();
        if (asked != null && asked.compareTo(LONGEST_WAIT) > 0) {
            return null;
        }
        Duration wait = asked == null ? backoff(failure.retries()) : spread(asked);
        return wait.plus(SHORTEST_ATTEMPT).compareTo(failure.timeLeft()) > 0 ? null : wait;
    }

    private static boolean mayRetry(Failure failure) {
        Boolean asked = failure.hints().shouldRetry();
        return switch (failure.kind()) {
            // A retry cannot fix these, whatever a header says; some cost money or count against a limit.
            case NOT_CONFIGURED, OUTSIDE_REGION, ADDRESS_REFUSED, QUOTA, CREDENTIALS, MODEL_NOT_FOUND, CONTEXT_TOO_LONG,
                    REFUSED_BY_POLICY, BREAKER_OPEN, BUSY, TIMEOUT_TOTAL, TIMEOUT_BETWEEN ->
                false;
            case BAD_REQUEST, MALFORMED -> Boolean.TRUE.equals(asked);
            // Prefer another model if there is one: this one has used up most of the visitor's time.
            case TIMEOUT_FIRST_TOKEN -> !failure.anotherLane();
            case RATE_LIMITED, TRY_AGAIN, OVERLOADED, SERVER_ERROR, CONNECTION, INTERRUPTED ->
                !Boolean.FALSE.equals(asked);
        };
    }

    private static boolean anotherModelMayHelp(ModelErrorKind kind) {
        return switch (kind) {
            // Trying another model after a policy refusal would be shopping around for a yes.
            case NOT_CONFIGURED, OUTSIDE_REGION, REFUSED_BY_POLICY, TIMEOUT_TOTAL, TIMEOUT_BETWEEN -> false;
            case ADDRESS_REFUSED, QUOTA, CREDENTIALS, RATE_LIMITED, MODEL_NOT_FOUND, CONTEXT_TOO_LONG, BAD_REQUEST,
                    TRY_AGAIN, OVERLOADED, SERVER_ERROR,
                    TIMEOUT_FIRST_TOKEN, CONNECTION, MALFORMED, INTERRUPTED, BREAKER_OPEN, BUSY ->
                true;
        };
    }

    /** Full jitter, so that calls that failed together spread out. */
    private Duration backoff(int retries) {
        long cap = Math.min(FIRST_BACKOFF.toMillis() << retries, LONGEST_BACKOFF.toMillis());
        return Duration.ofMillis((long) (cap * random.nextDouble()));
    }

    /** Never earlier than asked, and up to a fifth later, so that calls do not return all at once. */
    private Duration spread(Duration asked) {
        return asked.plusMillis((long) (asked.toMillis() * 0.2 * random.nextDouble()));
    }
}
