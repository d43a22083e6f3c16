package dev.parley.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.RetryLaterException;
import dev.parley.platform.Token;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Limits password guessing on all replicas: after a few failures, each further one costs a longer wait, up to a quarter
 * of an hour. Addresses get more attempts than accounts, since an office may share one. An account is locked for the
 * guessing address first and for all only after many more guesses, so that a stranger does not lock out the owner.
 * Known devices bypass these locks.
 */
@ApplicationScoped
class Attempts {
    static final int FREE_FOR_AN_ACCOUNT_FROM_ONE_ADDRESS = 5;
    static final int FREE_FOR_AN_ACCOUNT = 100;
    static final int FREE_FOR_A_DEVICE = 10;
    static final int FREE_FOR_AN_ADDRESS = 50;

    private final AttemptRepository repository;
    private final Clock clock;

    Attempts(AttemptRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Fails with `too_many_attempts` while the account or the address must wait. */
    Uni<Void> take(String account, String address) {
        return take(address(address), FREE_FOR_AN_ADDRESS)
                .chain(() -> take(both(account, address), FREE_FOR_AN_ACCOUNT_FROM_ONE_ADDRESS))
                .chain(() -> take(account(account), FREE_FOR_AN_ACCOUNT));
    }

    /** On a known device, only its own attempts count. */
    Uni<Void> takeOnDevice(String device) {
        return take(device(device), FREE_FOR_A_DEVICE);
    }

    Uni<Void> forgiveDevice(String device) {
        return repository.forget(device(device));
    }

    private Uni<Void> take(byte[] key, int free) {
        return repository.take(key, free, clock.instant()).chain(allowed -> allowed
                ? Uni.createFrom().voidItem()
                : repository.blockedUntil(key).map(until -> {
                    throw new RetryLaterException("too_many_attempts",
                            "Too many attempts. Wait a little before the next one.", remaining(until));
                }));
    }

    private Duration remaining(@Nullable Instant until) {
        Instant now = clock.instant();
        return until == null || until.isBefore(now) ? Duration.ofSeconds(1) : Duration.between(now, until);
    }

    Uni<Void> forgive(String account, String address) {
        return repository.forget(account(account))
                .chain(() -> repository.forget(both(account, address)))
                .chain(() -> repository.takeBack(address(address), clock.instant()));
    }

    /** Undoes the address's attempt but not the account's, whose second factor is still unchecked. */
    Uni<Void> spareAddress(String address) {
        return repository.takeBack(address(address), clock.instant());
    }

    private static byte[] account(String email) {
        return Token.hash("account " + email);
    }

    private static byte[] both(String account, String address) {
        return Token.hash("account " + account + " from " + network(address));
    }

    private static byte[] device(String device) {
        return Token.hash("device " + device);
    }

    private static byte[] address(String address) {
        return Token.hash("address " + network(address));
    }

    /** The network of an IPv6 address, whose owner has all its addresses. */
    private static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 5 ? address : String.join(":", java.util.Arrays.asList(groups).subList(0, 4));
    }
}
