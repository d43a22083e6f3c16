package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class CallerAddressTest {
    private final CallerAddress callers = new CallerAddress(Optional.of(List.of("10.0.0.0/8")));

    @Test
    void forwardedByAnUntrustedAddress_isRememberedForTheOperator() {
        callers.of("192.0.2.7", List.of(), List.of("203.0.113.9"));

        assertThat(callers.untrustedProxy()).contains("192.0.2.7");
    }

    @Test
    void forwardedByATrustedProxyOrNotAtAll_isNothingToTell() {
        callers.of("10.0.0.1", List.of("for=203.0.113.9"), List.of());
        callers.of("192.0.2.7", List.of(), List.of());

        assertThat(callers.untrustedProxy()).isEmpty();
    }
}
