package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

import dev.parley.model.health.Objection;
import dev.parley.model.health.RetryBudget;
import dev.parley.model.health.RetryHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
    private static final Duration PLENTY = Duration.ofSeconds(25);
    private static final Decision GIVE_UP = new Decision.GiveUp();
    private static final Decision NEXT = new Decision.NextLane();

    /** Random numbers that are always the highest (just under 1). */
    private final RetryPolicy policy = new RetryPolicy(dice(0.999));

    private static RandomGenerator dice(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }

    @ParameterizedTest
    @EnumSource(value = ModelErrorKind.class, names = {"RATE_LIMITED", "TRY_AGAIN", "OVERLOADED", "SERVER_ERROR",
            "CONNECTION", "INTERRUPTED",
            "TIMEOUT_FIRST_TOKEN"})
    void passingTrouble_isRetried(ModelErrorKind kind) {
        assertThat(policy.decide(failure(kind))).isInstanceOf(Decision.Retry.class);
    }

    @ParameterizedTest
    @EnumSource(value = ModelErrorKind.class, mode = EnumSource.Mode.EXCLUDE, names = {"RATE_LIMITED", "TRY_AGAIN",
            "OVERLOADED", "SERVER_ERROR",
            "CONNECTION", "INTERRUPTED", "TIMEOUT_FIRST_TOKEN"})
    void lastingTrouble_isNotRetried(ModelErrorKind kind) {
        assertThat(policy.decide(failure(kind))).isEqualTo(GIVE_UP);
    }

    @ParameterizedTest
    @EnumSource(ModelErrorKind.class)
    void onceTextWasShown_nothingIsRetried(ModelErrorKind kind) {
        var shown = new RetryPolicy.Failure(kind, new RetryHints(true, null), true, 0, true, true, true, PLENTY);

        assertThat(policy.decide(shown)).isEqualTo(GIVE_UP);
    }

    @ParameterizedTest
    @CsvSource({"0, 499", "1, 999"})
    void backoff_doublesUnderFullJitter(int retries, long millis) {
        assertThat(decide(ModelErrorKind.SERVER_ERROR, RetryHints.NONE, retries, false, PLENTY))
                .isEqualTo(new Decision.Retry(Duration.ofMillis(millis)));
        assertThat(new RetryPolicy(dice(0)).decide(failure(ModelErrorKind.SERVER_ERROR)))
                .isEqualTo(new Decision.Retry(Duration.ZERO));
    }

    @Test
    void thirdFailure_movesOnOrGivesUp() {
        assertThat(decide(ModelErrorKind.SERVER_ERROR, RetryHints.NONE, 2, true, PLENTY)).isEqualTo(NEXT);
        assertThat(decide(ModelErrorKind.SERVER_ERROR, RetryHints.NONE, 2, false, PLENTY)).isEqualTo(GIVE_UP);
    }

    @Test
    void waitThatIsAskedFor_isKeptAndStretchedByAFifthAtMost() {
        var hints = new RetryHints(null, Duration.ofSeconds(5));

        assertThat(new RetryPolicy(dice(0))
                .decide(new RetryPolicy.Failure(ModelErrorKind.RATE_LIMITED, hints, false, 0, false, true, false,
                        PLENTY)))
                .isEqualTo(new Decision.Retry(Duration.ofSeconds(5)));
        assertThat(decide(ModelErrorKind.RATE_LIMITED, hints, 0, false, PLENTY))
                .isEqualTo(new Decision.Retry(Duration.ofMillis(5999)));
    }

    @Test
    void waitOfMoreThanTenSeconds_isNotWaited() {
        var hints = new RetryHints(null, Duration.ofMillis(10_001));

        assertThat(decide(ModelErrorKind.RATE_LIMITED, hints, 0, true, PLENTY)).isEqualTo(NEXT);
        assertThat(decide(ModelErrorKind.RATE_LIMITED, hints, 0, false, PLENTY)).isEqualTo(GIVE_UP);
    }

    @Test
    void waitThatLeavesNoTimeForAnAttempt_isNotWaited() {
        var hints = new RetryHints(null, Duration.ofSeconds(5));

        assertThat(decide(ModelErrorKind.OVERLOADED, hints, 0, true, Duration.ofMillis(6500))).isEqualTo(NEXT);
        assertThat(decide(ModelErrorKind.OVERLOADED, hints, 0, false, Duration.ofMillis(6500))).isEqualTo(GIVE_UP);
        assertThat(decide(ModelErrorKind.OVERLOADED, hints, 0, true, Duration.ofMillis(999))).isEqualTo(GIVE_UP);
    }

    @Test
    void serverThatForbidsARetry_isObeyed() {
        var hints = new RetryHints(false, null);

        assertThat(decide(ModelErrorKind.OVERLOADED, hints, 0, true, PLENTY)).isEqualTo(NEXT);
        assertThat(decide(ModelErrorKind.OVERLOADED, hints, 0, false, PLENTY)).isEqualTo(GIVE_UP);
    }

    @Test
    void serverThatAsksForARetry_isObeyedUnlessItIsHopeless() {
        var hints = new RetryHints(true, null);

        assertThat(decide(ModelErrorKind.BAD_REQUEST, hints, 0, false, PLENTY)).isInstanceOf(Decision.Retry.class);
        assertThat(decide(ModelErrorKind.QUOTA, hints, 0, false, PLENTY)).isEqualTo(GIVE_UP);
        assertThat(decide(ModelErrorKind.CREDENTIALS, hints, 0, false, PLENTY)).isEqualTo(GIVE_UP);
        assertThat(decide(ModelErrorKind.MODEL_NOT_FOUND, hints, 0, false, PLENTY)).isEqualTo(GIVE_UP);
    }

    @Test
    void refusedParameter_isLeftOutRatherThanAskedElsewhere() {
        var hints = RetryHints.NONE.about(new Objection(Set.of(), true));

        assertThat(decide(ModelErrorKind.BAD_REQUEST, hints, 2, true, PLENTY)).isEqualTo(new Decision.Adapt());
        assertThat(decide(ModelErrorKind.BAD_REQUEST, hints, 0, false, Duration.ofMillis(999))).isEqualTo(GIVE_UP);
        assertThat(policy.decide(new RetryPolicy.Failure(ModelErrorKind.BAD_REQUEST, hints, false, 0, true, false,
                false, PLENTY))).isEqualTo(NEXT);
    }

    @Test
    void silentModel_isLeftForAnotherRatherThanAskedAgain() {
        assertThat(decide(ModelErrorKind.TIMEOUT_FIRST_TOKEN, RetryHints.NONE, 0, true, Duration.ofSeconds(10)))
                .isEqualTo(NEXT);
    }

    @ParameterizedTest
    @EnumSource(value = ModelErrorKind.class, names = {"REFUSED_BY_POLICY", "NOT_CONFIGURED", "OUTSIDE_REGION"})
    void troubleThatAllModelsShare_isNotTakenToTheNext(ModelErrorKind kind) {
        assertThat(decide(kind, RetryHints.NONE, 0, true, PLENTY)).isEqualTo(GIVE_UP);
    }

    @ParameterizedTest
    @EnumSource(value = ModelErrorKind.class, names = {"QUOTA", "CREDENTIALS", "ADDRESS_REFUSED", "MODEL_NOT_FOUND",
            "CONTEXT_TOO_LONG", "BREAKER_OPEN",
            "MALFORMED", "BAD_REQUEST", "BUSY"})
    void troubleOfOneModel_isTakenToTheNext(ModelErrorKind kind) {
        assertThat(decide(kind, RetryHints.NONE, 0, true, PLENTY)).isEqualTo(NEXT);
    }

    @Test
    void spentBudget_allowsNoRetry() {
        var failure = new RetryPolicy.Failure(ModelErrorKind.SERVER_ERROR, RetryHints.NONE, false, 0, false, false,
                false, PLENTY);

        assertThat(policy.decide(failure)).isEqualTo(GIVE_UP);
    }

    @Test
    void budget_allowsAFifthMoreCallsOnceTheReserveIsGone() {
        RetryBudget budget = new RetryBudget();
        int extra = 0;

        for (int answer = 0; answer < 1000; answer++) {
            budget.earn();
            while (budget.left()) {
                budget.spend();
                extra++;
            }
        }

        assertThat(extra).isEqualTo(10 + 199);
    }

    private static RetryPolicy.Failure failure(ModelErrorKind kind) {
        return new RetryPolicy.Failure(kind, RetryHints.NONE, false, 0, false, true, false, PLENTY);
    }

    private Decision decide(ModelErrorKind kind, RetryHints hints, int retries, boolean anotherLane, Duration left) {
        return policy.decide(new RetryPolicy.Failure(kind, hints, false, retries, anotherLane, true, false, left));
    }
}
