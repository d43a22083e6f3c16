package dev.parley.spend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** {@code lane} is the first model requested, {@code model} the one that answered. */
record Entry(UUID id, @Nullable UUID conversation, @Nullable UUID answer, int attempt, Purpose purpose, String lane,
        @Nullable String model, @Nullable String requestId, Tokens tokens, boolean estimated, Price price, Money cost,
        Money saved, long latencyMillis, int tries, String outcome, LocalDate day, Instant at) {
    static final String RESERVED = "reserved";
    static final String LAPSED = "lapsed";
}
